"""`jianxi init`: creates or upgrades the database."""

from datetime import datetime

import click

from jianxi.cli.running import run
from jianxi.services import installation


@click.command()
def init() -> None:
    """建立或升级数据库。"""

    async def work(now: datetime) -> list[str]:
        return await installation.initialise()

    ran = run(work, upgraded=False)
    click.echo(f"数据库已就绪，本次执行了{len(ran)}个升级步骤。" if ran else "数据库已是最新，无需升级。")
