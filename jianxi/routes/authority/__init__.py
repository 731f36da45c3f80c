"""The desk of the authority (主管部门): its routes, one module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes.authority import bases

routes: list[BaseRoute] = [*bases.routes]
