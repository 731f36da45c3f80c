"""`jianxi outbox`: messages that leave the house, and those of which nobody knows whether they arrived."""

from datetime import datetime

import click

from jianxi.cli.running import ready_settings, run
from jianxi.domain.outbox import OutboxState
from jianxi.messages import senders
from jianxi.queries import outbox as reading
from jianxi.services import outbox as sending

WORDS = {
    OutboxState.SENT.value: "已发送",
    OutboxState.WAITING.value: "未送达，稍后再试",
    OutboxState.UNKNOWN.value: "不明（可能已送达，不再发送）",
    OutboxState.FAILED.value: "失败",
    OutboxState.NOWHERE.value: "没有可用的邮箱或手机",
}
MOST = 100


@click.group()
def outbox() -> None:
    """通知的邮件和短信。"""


@outbox.command()
def send() -> None:
    """发送等待中的邮件和短信；服务运行时由服务自动发送。"""
    site = ready_settings().public_url
    if not senders.are_there():
        raise click.ClickException("没有设置 JIANXI_MAIL_URL 或 JIANXI_SMS_URL，不能发送。")

    async def work(now: datetime) -> dict[str, int]:
        return await sending.send_all(site, now)

    done = run(work)
    click.echo(
        "，".join(f"{WORDS[state]}{many:,}条" for state, many in done.items()) + "。"
        if done
        else "没有等待发送的。"
    )


@outbox.command("list")
def show() -> None:
    """列出不明和失败的邮件和短信，新的在前。"""

    async def work(now: datetime) -> list[str]:
        rows = await reading.newest_unsettled(MOST)
        return [f"{row['id']}　{WORDS[row['state']]}　{row['channel']}　{row['fault']}" for row in rows]

    for line in run(work) or ["没有不明或失败的。"]:
        click.echo(line)
