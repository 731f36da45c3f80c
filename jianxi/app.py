"""The application: mounts, middleware, error handlers, start and stop of the engine; nothing else."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp
from starlette_compress import CompressMiddleware

from jianxi import settings as environment
from jianxi import templating
from jianxi.documents import pool
from jianxi.domain.jobs import LARGE
from jianxi.domain.outcomes import Unavailable
from jianxi.queries import demo, regions
from jianxi.routes import ROUTES
from jianxi.services import installation
from jianxi.settings import Settings
from jianxi.tables import engine
from jianxi.web import directory, logs, pacing
from jianxi.web.bodies import Bodies
from jianxi.web.errands import Errands
from jianxi.web.errors import HANDLERS, failed
from jianxi.web.headers import PolicyHeaders
from jianxi.web.hosts import Hosts
from jianxi.web.logs import RequestLog
from jianxi.web.sessions import Sessions
from jianxi.web.workers import Worker

LOOKED_FOR_EVERY = 0.5
"""Seconds between two attempts to reach the database at the start."""


def create_app(
    settings: Settings,
    routes: Sequence[BaseRoute] = ROUTES,
    *,
    pace: float = pacing.SECONDS,
    large: int = LARGE,
    worker: Worker | None = None,
) -> ASGIApp:
    """The finished application. Headers and log are outside everything, so that a 500 has them too. `pace`: seconds
    after which a try to sign in is answered; `large`: rows above which an export or import is a 后台任务, which is
    done by `worker`, else in this process."""
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
    app.state.pace = pace
    app.state.large = large
    app.state.worker = worker
    app.state.demo = tuple((role.value, role.label) for role in demo.ROLES) if settings.demo else ()
    https = settings.public_url.startswith("https://")
    return PolicyHeaders(RequestLog(_guarded(app, settings)), https=https)


def _guarded(app: ASGIApp, settings: Settings) -> ASGIApp:
    loopback = settings.env == "development"
    return Hosts(app, public_url=settings.public_url, loopback=loopback, proxies=settings.trusted_proxies)


def from_environment() -> ASGIApp:
    """What the server is given, as a factory: `jianxi.app:from_environment`. Each of its processes calls it once."""
    settings = environment.load()
    installation.connect(settings)
    logs.configure()
    return create_app(settings, worker=Worker())


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    app.state.stopping = False
    await _begin(app)
    following = asyncio.create_task(directory.follow(app.state.settings.province))
    errands = _errands(app)
    errands.begin()
    try:
        yield
    finally:
        app.state.stopping = True
        await errands.end()
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following
        pool.close()
        await engine.stop()


def _errands(app: Starlette) -> Errands:
    settings: Settings = app.state.settings
    shifted = settings.now is not None
    return Errands(settings.clock, settings.public_url, worker=app.state.worker, shifted=shifted)


async def _begin(app: Starlette) -> None:
    """Waits for a database that is away: `jianxi serve` has seen it a moment ago, and a server that gave up would not
    come back with it."""
    while True:
        try:
            await engine.start()
            templating.use_directory(await regions.directory(), app.state.settings.province)
        except Unavailable as error:
            logs.log.error("waiting for the database", **logs.trace(error))
            await engine.stop()
            await asyncio.sleep(LOOKED_FOR_EVERY)
        else:
            return
