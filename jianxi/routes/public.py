"""What anybody may see: home, positions, bases, help, the ways in."""

from starlette.routing import BaseRoute

routes: list[BaseRoute] = []
