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
from jianxi.storage import store
from jianxi.tables import engine
from jianxi.tables.conflicts import Conflict

T = TypeVar("T")

NOT_READY = "数据库尚未建立或需要升级。请先运行 jianxi init。"


def ready_settings() -> Settings:
    """The environment, with this process's database and keys bound to it."""
    try:
        settings = load()
    except SettingsError as error:
        raise click.ClickException(error.sentence) from None
    except OSError as error:
        raise click.ClickException(f"无法读写 {error.filename}：{error.strerror}") from None
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
    except Conflict as conflict:
        raise click.ClickException(f"没有保存：数据库的约束 {conflict.constraint_name} 不允许。") from None
    except store.Away as error:
        raise click.ClickException(f"无法使用文件存储 {store.place()}：{error}") from None
    except engine.FAILURES as error:
        raise _unusable(error) from None


async def _connected(work: Callable[[datetime], Coroutine[Any, Any, T]], now: datetime, upgraded: bool) -> T:
    try:
        await engine.start()
    except (ValueError, RuntimeError) as error:  # An address that cannot be read, a database that is too old.
        raise _unusable(error) from None
    try:
        if upgraded and await installation.pending():
            raise click.ClickException(NOT_READY)
        return await work(now)
    finally:
        await engine.stop()


def _unusable(error: Exception) -> click.ClickException:
    """In the driver's words."""
    cause = error.__cause__ or error
    told = cause.strerror if isinstance(cause, OSError) else None
    return click.ClickException(f"无法使用数据库：{' '.join((told or str(cause)).split())}")
