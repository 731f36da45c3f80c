"""The desk of the employer (单位): its routes, one module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes.employer import bases

routes: list[BaseRoute] = [*bases.routes]
