"""`jianxi doctor`: checks what an installation needs to run, and with `--invariants` the records and files themselves."""

from datetime import datetime
from functools import partial

import click

from jianxi.cli.running import ready_settings, run
from jianxi.queries import file_keeping, invariants, outbox
from jianxi.services import installation
from jianxi.storage import store
from jianxi.tables.engine import current

RARE = "䶮𠮷𰻝"
PAPER_LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
PAPER_FONTS = "fonts-hanazono fonts-babelstone-han"


@click.command()
@click.option("--invariants", "records", is_flag=True, help="逐条检查全部记录是否前后一致；服务可照常运行")
@click.option(
    "--files", "contents", is_flag=True, help="同时读取全部文件，核对内容是否与保存时相同；连同 --invariants"
)
def doctor(records: bool, contents: bool) -> None:
    """检查设置、数据库、升级步骤、文件存储和文书。"""
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
    run(_use_store)
    click.echo(f"文件存储：{store.place()}，可以读写")
    _try_paper()
    click.echo("文书：可以生成，生僻字可以打印")
    click.echo(f"邮件和短信：{run(_unsettled)}")
    if records or contents:
        _tell(run(partial(_scan, contents=contents)))


def _tell(found: list[str]) -> None:
    for sentence in found:
        click.echo(sentence)
    if found:
        raise click.ClickException(f"有{len(found)}处不一致，见上。")
    click.echo(f"记录：{len(invariants.ALL) + 2}项检查全部一致")


async def _scan(now: datetime, contents: bool) -> list[str]:
    """Reads only. A sentence for each record of which something does not hold."""
    found: list[str] = []
    steps = sum([await invariants.chunks(each) for each in invariants.ALL])
    with click.progressbar(length=steps, label="检查记录") as bar:
        for each in invariants.ALL:
            async for part in invariants.scan(each):
                found += [violation.sentence for violation in part]
                bar.update(1)
    async for sentences in file_keeping.not_as_kept(contents=contents):
        found += sentences
    return found


def _try_paper() -> None:
    """Draws a page with characters that only the system's fonts have. The library finds what it needs of the system when
    it is imported."""
    try:
        from jianxi.documents import pdf
    except OSError as error:
        raise click.ClickException(f"不能生成文书，请安装所缺的软件包：{PAPER_LIBRARIES}。") from error
    undrawn = pdf.undrawn(RARE)
    if undrawn:
        raise click.ClickException(f"不能打印生僻字{''.join(sorted(undrawn))}，请安装字体：{PAPER_FONTS}。")


async def _unsettled(now: datetime) -> str:
    """What is 不明 or failed for good is nobody's fault here, but somebody should know."""
    known = await outbox.unsettled()
    if not known:
        return "没有不明或失败的"
    unknown, failed = known.get("unknown", 0), known.get("failed", 0)
    return f"{unknown:,}条不明（可能已送达，不再发送）、{failed:,}条失败，用 jianxi outbox list 查看"


async def _use_store(now: datetime) -> None:
    """Writes, reads and deletes an object."""
    await store.clock()
