"""What anybody may see: home, positions, bases, help, the ways in. One module a noun."""

from starlette.routing import BaseRoute

from jianxi.routes.public import accounts, sign_in

routes: list[BaseRoute] = [*sign_in.routes, *accounts.routes]
