"""The application: mounts, middleware, error handlers, start and stop of the engine; nothing else."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp
from starlette_compress import CompressMiddleware

from jianxi import settings as environment
from jianxi import templating
from jianxi.queries import regions
from jianxi.routes import ROUTES
from jianxi.settings import Settings
from jianxi.tables import engine
from jianxi.web import logs
from jianxi.web.bodies import Bodies
from jianxi.web.errors import HANDLERS, failed
from jianxi.web.headers import PolicyHeaders
from jianxi.web.hosts import Hosts
from jianxi.web.logs import RequestLog
from jianxi.web.sessions import Sessions


def create_app(
    settings: Settings, routes: Sequence[BaseRoute] = ROUTES, demo: Sequence[tuple[str, str]] = ()
) -> ASGIApp:
    """The finished application. Headers and log are outside everything, so that a 500 has them too. `demo` are the
    roles (value, label) that the demo's banner offers; empty, there is no banner."""
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(CompressMiddleware),
            Middleware(Sessions),
            Middleware(ExceptionMiddleware, handlers=HANDLERS),
            Middleware(Bodies),
        ],
        exception_handlers={**HANDLERS, Exception: failed},
        lifespan=_lifespan,
    )
    app.router.redirect_slashes = False
    app.state.settings = settings
    app.state.demo = tuple(demo)
    guarded = Hosts(
        app,
        public_url=settings.public_url,
        loopback=settings.env == "development",
        proxies=settings.trusted_proxies,
    )
    return PolicyHeaders(RequestLog(guarded), https=settings.public_url.startswith("https://"))


def from_environment() -> ASGIApp:
    """The factory that the server is given: `granian --interface asgi --factory jianxi.app:from_environment`."""
    settings = environment.load()
    logs.configure()
    return create_app(settings)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    await engine.start()
    try:
        templating.use_directory(await regions.directory(), app.state.settings.province)
        yield
    finally:
        await engine.stop()
