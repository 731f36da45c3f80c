"""The desk of the authority (主管部门): its routes, one module a noun."""

from starlette.routing import BaseRoute

routes: list[BaseRoute] = []
