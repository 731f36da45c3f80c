"""The desk of the authority (主管部门): its routes, one module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes.authority import (
    accounts,
    addresses,
    applications,
    base_bulk,
    base_decisions,
    base_export,
    base_files,
    base_paper,
    base_steps,
    bases,
    filings,
    filings_decisions,
    filings_sending,
    graduates,
    identity_cases,
    position_bulk,
    position_decisions,
    position_undoing,
    positions,
    registers,
)

routes: list[BaseRoute] = [
    *bases.routes,
    *base_export.routes,
    *base_files.routes,
    *base_paper.routes,
    *base_bulk.routes,
    *base_decisions.routes,
    *base_steps.routes,
    *position_bulk.routes,
    *positions.routes,
    *position_decisions.routes,
    *position_undoing.routes,
    *applications.routes,
    *registers.routes,
    *accounts.routes,
    *graduates.routes,
    *addresses.routes,
    *identity_cases.routes,
    *filings.routes,
    *filings_sending.routes,
    *filings_decisions.routes,
]
