"""`jianxi doctor`: checks what an installation needs to run."""

from datetime import datetime

import click

from jianxi.cli.running import ready_settings, run
from jianxi.services import installation
from jianxi.tables.engine import current


@click.command()
def doctor() -> None:
    """检查设置、数据库和升级步骤。"""
    settings = ready_settings()
    click.echo("设置：正常")

    async def work(now: datetime) -> tuple[list[str], float]:
        return await installation.pending(), await current().get_version()

    pending, version = run(work, upgraded=False)
    click.echo(f"数据库：{current().engine_type} {version}")
    click.echo(f"文件夹：{settings.data_folder}")
    if pending:
        raise click.ClickException(f"有{len(pending)}个升级步骤没有执行，请运行 jianxi init。")
    click.echo("升级步骤：全部完成")
