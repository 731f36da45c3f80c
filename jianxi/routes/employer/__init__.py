"""The desk of the employer (单位): its routes, one module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes.employer import application_decisions, applications, bases, position_form, positions

routes: list[BaseRoute] = [
    *bases.routes,
    *position_form.routes,
    *positions.routes,
    *applications.routes,
    *application_decisions.routes,
]
