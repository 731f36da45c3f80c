"""`jianxi files`: keeps the store of uploaded files tidy."""

from datetime import datetime

import click

from jianxi.cli.running import run
from jianxi.services import file_reseal, file_sweep
from jianxi.services.file_reseal import Resealed
from jianxi.services.file_sweep import Swept


@click.group()
def files() -> None:
    """上传文件的存储。"""


@files.command()
@click.option("--yes", is_flag=True, help="存储中多数文件没有记录时也删除")
def sweep(yes: bool) -> None:
    """删除一天以前中断的上传留下的文件；服务可照常运行。"""

    async def work(now: datetime) -> Swept:
        return await file_sweep.sweep(now, sure=yes)

    done = run(work)
    if done == Swept(0, 0):
        click.echo("没有需要删除的文件。")
        return
    click.echo(f"已删除没有用到的文件记录{done.rows:,}条、存储中没有记录的文件{done.objects:,}个。")


@files.command()
def reseal() -> None:
    """更换密钥后，把旧密钥加密的文件改用新密钥加密；服务可照常运行，中断后可再次执行。"""

    async def work(now: datetime) -> Resealed:
        return await file_reseal.reseal()

    done = run(work)
    click.echo(f"已改用新密钥加密：文件内容{done.objects:,}个、文件名称{done.names:,}个。")
    if done.unreadable:
        raise click.ClickException(
            f"有{done.unreadable:,}个无法用现有密钥读取，请保留旧密钥并检查 JIANXI_SECRET_KEY_OLD。"
        )
