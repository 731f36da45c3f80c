"""`jianxi official`: accounts of 主管部门工作人员, added, moved to another office, disabled."""

from datetime import datetime
from pathlib import Path

import click

from jianxi.cli.running import run
from jianxi.queries.account_owners import Owner
from jianxi.services import officials


@click.group()
def official() -> None:
    """主管部门账号。"""


@official.command()
@click.argument("username")
@click.option("--region", required=True, help="行政区划代码：省、市或区县")
@click.option("--name", required=True, help="姓名")
@click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="密码所在的文件；不给则提示输入",
)
def add(username: str, region: str, name: str, password_file: Path | None) -> None:
    """新增主管部门账号。"""
    password = _password(password_file)

    async def work(now: datetime) -> str:
        return await officials.add(username, region, name, password, now)

    office = run(work)
    click.echo(f"已新增账号 {username}：{office}　{name}")


@official.command()
@click.argument("username")
@click.option("--region", required=True, help="新的行政区划代码：省、市或区县")
def move(username: str, region: str) -> None:
    """调到另一主管部门：管辖范围立即改变，全部登录退出。"""

    async def work(now: datetime) -> tuple[str, str]:
        return await officials.move(username, region, now)

    before, after = run(work)
    click.echo(f"已将账号 {username} 从{before}调到{after}。全部登录已退出。")


@official.command()
@click.argument("username")
def disable(username: str) -> None:
    """停用主管部门账号：立即退出全部登录，不能再登录；jianxi account unlock 可恢复。"""

    async def work(now: datetime) -> Owner:
        return await officials.disable(username, now)

    owner = run(work)
    click.echo(f"已停用账号 {owner.username}：{owner.name}。全部登录已退出。")


def _password(file: Path | None) -> str:
    if file is None:
        return str(click.prompt("密码", hide_input=True, confirmation_prompt="再次输入密码"))
    try:
        return file.read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise click.ClickException("密码文件应为UTF-8文本。") from None
