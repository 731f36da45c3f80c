"""The desk of the authority (主管部门): its routes, one module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes.authority import (
    addresses,
    base_decisions,
    bases,
    graduates,
    position_bulk,
    position_decisions,
    positions,
    registers,
)

routes: list[BaseRoute] = [
    *bases.routes,
    *base_decisions.routes,
    *position_bulk.routes,
    *positions.routes,
    *position_decisions.routes,
    *registers.routes,
    *graduates.routes,
    *addresses.routes,
]
