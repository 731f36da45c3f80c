"""What anybody may see: home, positions, bases, help, the ways in. One module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes.public import (
    accounts,
    bases,
    home,
    identity_code,
    passwords,
    positions,
    second_factor,
    sign_in,
    verify,
)

routes: list[BaseRoute] = [
    *home.routes,
    *positions.routes,
    *bases.routes,
    *verify.routes,
    *sign_in.routes,
    *identity_code.routes,
    *second_factor.routes,
    *passwords.routes,
    *accounts.routes,
]
