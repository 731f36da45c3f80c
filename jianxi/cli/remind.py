"""`jianxi remind`: today's reminders (提醒), for installations whose server is not always up."""

import click

from jianxi.cli.running import run
from jianxi.services import reminders


@click.command()
def remind() -> None:
    """生成今天应发的提醒；同一提醒只发一次，服务运行时由服务每天自动生成。"""
    many = run(reminders.run)
    click.echo(f"已生成{many:,}条提醒。" if many else "今天没有需要提醒的。")
