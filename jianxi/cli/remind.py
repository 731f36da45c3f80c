"""`jianxi remind`: what today asks for (提醒, 失效), for installations whose server is not always up."""

import click

from jianxi.cli.running import run
from jianxi.services import daily


@click.command()
def remind() -> None:
    """生成今天应发的提醒，并记下已失效的申请；同一提醒只发一次，服务运行时由服务每天自动办理。"""
    failed: list[str] = []

    def note(noun: str, record: int, error: Exception) -> None:
        failed.append(f"{noun} {record}（{type(error).__name__}）")

    many = run(lambda now: daily.run(now, note))
    click.echo(f"已生成{many:,}条提醒。" if many else "今天没有需要提醒的。")
    if failed:
        raise click.ClickException(f"有{len(failed):,}条没有办成：{'、'.join(failed)}")
