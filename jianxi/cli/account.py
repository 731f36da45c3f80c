"""`jianxi account`: a new password by a one-time link, locking and unlocking."""

from datetime import datetime

import click

from jianxi.cli.running import run
from jianxi.queries.account_owners import Owner
from jianxi.services import account_locks
from jianxi.services.reset_links import PATH, VALID
from jianxi.settings import load


@click.group()
def account() -> None:
    """账号：重置密码、锁定、解锁。"""


@account.command()
@click.argument("username")
@click.option("--totp", is_flag=True, help="同时停用动态口令（手机遗失时）")
def reset(username: str, totp: bool) -> None:
    """生成一次性链接，本人打开后设置新密码。"""

    async def work(now: datetime) -> tuple[Owner, str]:
        return await account_locks.reset(username, now, totp=totp)

    owner, token = run(work)
    click.echo(f"账号 {owner.username}：{owner.name}")
    click.echo(f"{load().public_url.rstrip('/')}{PATH}{token}")
    click.echo(f"链接{int(VALID.total_seconds()) // 3600}小时内有效，只能使用一次；此前的链接已失效。")
    if totp:
        click.echo("动态口令已停用，登录后可在“账号与安全”重新启用。")


@account.command()
@click.argument("username")
def lock(username: str) -> None:
    """锁定账号：立即退出全部登录，不能再登录。"""

    async def work(now: datetime) -> Owner:
        return await account_locks.lock(username, now)

    owner = run(work)
    click.echo(f"已锁定账号 {owner.username}：{owner.name}。全部登录已退出。")


@account.command()
@click.argument("username")
def unlock(username: str) -> None:
    """解除锁定，账号可以再登录。"""

    async def work(now: datetime) -> Owner:
        return await account_locks.unlock(username, now)

    owner = run(work)
    click.echo(f"已解锁账号 {owner.username}：{owner.name}。")
