"""The desk of the employer (单位): its routes, one module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes import notices
from jianxi.routes.employer import (
    allowances,
    application_cancellation,
    application_decisions,
    applications,
    base_amendments,
    base_attachments,
    base_paper,
    bases,
    departure_forms,
    departure_steps,
    departures,
    identity_pictures,
    placements,
    position_form,
    position_moves,
    positions,
    registrations,
    retention_files,
    retention_revocation,
    retentions,
    traineeship_papers,
)

routes: list[BaseRoute] = [
    *bases.routes,
    *base_amendments.routes,
    *base_attachments.routes,
    *base_paper.routes,
    *position_form.routes,
    *positions.routes,
    *position_moves.routes,
    *applications.routes,
    *application_decisions.routes,
    *application_cancellation.routes,
    *identity_pictures.routes,
    *placements.routes,
    *registrations.routes,
    *allowances.routes,
    *departures.routes,
    *departure_forms.routes,
    *departure_steps.routes,
    *retentions.routes,
    *retention_files.routes,
    *retention_revocation.routes,
    *traineeship_papers.routes,
    *notices.routes,
]
