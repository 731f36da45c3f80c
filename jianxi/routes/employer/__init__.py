"""The desk of the employer (单位): its routes, one module a noun."""

from starlette.routing import BaseRoute

routes: list[BaseRoute] = []
