"""The command line of jianxi, one file a command."""

import click

from jianxi.cli.account import account
from jianxi.cli.demo import demo
from jianxi.cli.doctor import doctor
from jianxi.cli.files import files
from jianxi.cli.init import init
from jianxi.cli.official import official
from jianxi.cli.outbox import outbox
from jianxi.cli.policy import policy
from jianxi.cli.region import region
from jianxi.cli.register import register
from jianxi.cli.remind import remind
from jianxi.cli.serve import serve
from jianxi.cli.work import work


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """就业见习管理系统：安装、账号、生源信息库、参数与服务。"""


for command in (
    init,
    serve,
    demo,
    official,
    account,
    region,
    register,
    policy,
    files,
    outbox,
    remind,
    work,
    doctor,
):
    main.add_command(command)
