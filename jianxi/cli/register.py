"""`jianxi register`: the 生源信息库 from and to workbooks."""

from datetime import UTC, datetime
from pathlib import Path

import click

from jianxi.cli.running import run
from jianxi.domain import periods
from jianxi.exports import register_sheet
from jianxi.services import registers


@click.group()
def register() -> None:
    """生源信息库。"""


@register.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def bring_in(file: Path) -> None:
    """导入生源信息工作簿；逐行报告不能导入的行，重复导入不会改变已有内容。"""

    data = file.read_bytes()

    async def work(now: datetime) -> registers.Outcome:
        return await registers.import_workbook(None, data, now, progress=_progress)

    outcome = run(work)
    for fault in outcome.faults:
        click.echo(f"第{fault.row}行：{fault.sentence}")
    click.echo(outcome.summary)
    if outcome.total and len(outcome.faults) == outcome.total:
        raise click.ClickException("没有一行可以导入，请按上面的说明修改后重新导入。")


def _progress(done: int, total: int) -> None:
    click.echo(f"\r正在导入：{done:,} / {total:,} 行", nl=done == total, err=True)


@register.command()
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
def template(file: Path) -> None:
    """写出可填写的模板工作簿。"""
    if file.exists():
        raise click.ClickException(f"{file} 已存在，没有覆盖。请换一个文件名。")
    try:
        file.write_bytes(register_sheet.template(periods.today(datetime.now(UTC))))
    except OSError as error:
        raise click.ClickException(f"不能写入 {file}：{error.strerror}") from None
    click.echo(f"模板已写入 {file}")
