"""The desk of the applicant (个人): its routes, one module a noun."""

from starlette.routing import BaseRoute

routes: list[BaseRoute] = []
