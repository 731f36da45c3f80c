"""How a command runs: settings, database and keys made ready; every refusal is one sentence and exit code 1."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, TypeVar

import click

from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.texts import Malformed
from jianxi.services import installation
from jianxi.settings import Settings, SettingsError, load
from jianxi.tables import engine

T = TypeVar("T")

NOT_READY = "数据库尚未建立或需要升级。请先运行 jianxi init。"


def ready_settings() -> Settings:
    """The environment, with this process's database and keys bound to it."""
    try:
        settings = load()
    except SettingsError as error:
        raise click.ClickException(error.sentence) from None
    installation.connect(settings)
    return settings


def run(work: Callable[[datetime], Coroutine[Any, Any, T]], *, upgraded: bool = True) -> T:
    """Runs `work(now)` on the installation's database, which must be up to date unless `upgraded` is False."""
    settings = ready_settings()
    try:
        return asyncio.run(_connected(work, settings.clock(), upgraded))
    except Malformed as error:
        raise click.ClickException(error.sentence) from None
    except Told as told:
        raise click.ClickException(told.sentence) from None
    except Invalid as invalid:
        raise click.ClickException("；".join(invalid.messages.values())) from None
    except OSError as error:
        raise click.ClickException(f"无法连接数据库：{error.strerror or error}") from None


async def _connected(work: Callable[[datetime], Coroutine[Any, Any, T]], now: datetime, upgraded: bool) -> T:
    await engine.start()
    try:
        if upgraded and await installation.pending():
            raise click.ClickException(NOT_READY)
        return await work(now)
    finally:
        await engine.stop()
