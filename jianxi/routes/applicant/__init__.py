"""The desk of the applicant (个人): its routes, one module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes import notices
from jianxi.routes.applicant import (
    application_steps,
    applications,
    departures,
    intention,
    intention_pictures,
    positions,
    signed_files,
    traineeship_papers,
)

routes: list[BaseRoute] = [
    *intention.routes,
    *intention_pictures.routes,
    *positions.routes,
    *applications.routes,
    *application_steps.routes,
    *departures.routes,
    *traineeship_papers.routes,
    *signed_files.routes,
    *notices.routes,
]
