"""`jianxi policy`: dated parameters by region."""

from datetime import date, datetime

import click

from jianxi.cli.running import run
from jianxi.domain import parameters, periods
from jianxi.domain import policy as rules
from jianxi.queries import policies as reading
from jianxi.queries import regions
from jianxi.services import policies


@click.group()
def policy() -> None:
    """参数。"""


@policy.command("list")
@click.option("--region", default="", help="行政区划代码；不给则为本省")
def show(region: str) -> None:
    """列出各项参数在该地区今天的值。"""

    async def work(now: datetime) -> list[str]:
        code = await regions.own(region or regions.province())
        return [await _line(key, code, periods.today(now)) for key in parameters.PARAMETERS]

    for line in run(work):
        click.echo(line)


async def _line(key: str, region: str, today: date) -> str:
    parameter = parameters.find(key)
    found = await reading.in_force(key, region, today)
    if found is None:
        return f"{key}\t{parameter.label}\t（未设置）"
    value = rules.format_value(parameter, found.value) + parameter.unit
    return f"{key}\t{parameter.label}\t{value}\t自{found.effective_from}\t{found.region or '全国'}\t{found.source}"


@policy.command("set")
@click.argument("key")
@click.argument("value")
@click.option("--region", required=True, help="行政区划代码")
@click.option("--from", "effective_from", required=True, help="从哪一天起生效，例如 2026-01-01")
@click.option("--source", required=True, help="依据，例如文号")
def put(key: str, value: str, region: str, effective_from: str, source: str) -> None:
    """设置参数从某天起的值。"""
    day = _day(effective_from)

    async def work(now: datetime) -> str:
        await policies.set_value(key, value, region, day, source, now)
        return (await regions.directory()).full_name(await regions.own(region))

    click.echo(f"已设置 {key}：{run(work)}自{day}起为{value}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.ClickException("--from 应写成 2026-01-01 这样的年月日。") from None
