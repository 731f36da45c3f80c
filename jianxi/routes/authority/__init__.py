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
    base_steps,
    bases,
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
]
