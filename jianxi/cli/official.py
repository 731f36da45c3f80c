"""`jianxi official`: accounts of 主管部门工作人员."""

from datetime import datetime
from pathlib import Path

import click

from jianxi.cli.running import run
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


def _password(file: Path | None) -> str:
    if file is None:
        return str(click.prompt("密码", hide_input=True, confirmation_prompt="再次输入密码"))
    try:
        return file.read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise click.ClickException("密码文件应为UTF-8文本。") from None
