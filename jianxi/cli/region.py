"""`jianxi region`: development zones as offices of their own, and counties that were merged."""

from datetime import datetime

import click

from jianxi.cli.running import run
from jianxi.services import region_mergers, regions
from jianxi.services.region_mergers import Plan

RUNNING = "正在运行的服务最迟一分钟后使用新的区划，不用重新启动。"


@click.group()
def region() -> None:
    """行政区划：新增开发区等、合并区县。"""


@region.command()
@click.argument("code")
@click.argument("name")
@click.option("--parent", required=True, help="所在市的代码，例如 370100")
def add(code: str, name: str, parent: str) -> None:
    """新增一个区县级的主管部门，例如开发区。"""

    async def work(now: datetime) -> str:
        return await regions.add(code, name, parent, now)

    click.echo(f"已新增 {code}：{run(work)}。{RUNNING}")


@region.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="INTO")
@click.option("--yes", is_flag=True, help="不再询问，直接合并")
def merge(source: str, target: str, yes: bool) -> None:
    """把区县FROM并入同一市的区县INTO：单位、岗位、账号等一并转入，日志和编号不变。"""

    async def look(now: datetime) -> Plan:
        return await region_mergers.plan(source, target)

    async def work(now: datetime) -> Plan:
        return await region_mergers.merge(source, target, now)

    if not yes:
        _show(run(look), "将转入")
        click.confirm("合并后不能撤销。确认合并？", abort=True)
    done = run(work)
    _show(done, "已转入")
    click.echo(f"{RUNNING}一分钟后请再执行一次本命令：合并期间新登记到原区县的，会在那时转入。")


def _show(plan: Plan, word: str) -> None:
    click.echo(f"{plan.source} 并入 {plan.target}，{word}：")
    for label, number in plan.moves.items():
        click.echo(f"  {label}　{number:,}")
