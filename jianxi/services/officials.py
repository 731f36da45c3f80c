"""主管部门工作人员: added by the command line. The office is the region; it reviews what its level reviews."""

from datetime import datetime
from typing import Annotated

from jianxi.crypto.passwords import hash_password
from jianxi.domain import passwords
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import today
from jianxi.domain.texts import Malformed
from jianxi.forms.accounts import Username
from jianxi.forms.reading import Form, read
from jianxi.forms.types import PersonName, field, line
from jianxi.queries import regions
from jianxi.services import log
from jianxi.services.accounts import open_account
from jianxi.tables.accounts import Official
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert


class NewOfficial(Form):
    """`jianxi official add`."""

    username: Username = field("登录名")
    name: PersonName = field("姓名")
    region: Annotated[str, line(6)] = field("行政区划代码")


async def add(username: str, region: str, name: str, password: str, now: datetime) -> str:
    """A new account for an official of that region's office; answers the office's name. Raises `Invalid`."""
    form = read(NewOfficial, {"username": [username], "region": [region], "name": [name]}, today(now))
    directory = await regions.directory()
    if form.region not in directory:
        raise Invalid({"region": f"没有行政区划代码{form.region}，请核对"})
    try:
        passwords.check(password, form.username)
    except Malformed as malformed:
        raise Invalid({"password": malformed.sentence}) from None
    hashed = await hash_password(password)
    try:
        await _write(form, hashed, now)
    except Conflict:
        raise Invalid({"username": f"登录名{form.username}已被使用，请换一个"}) from None
    return directory.full_name(form.region)


async def _write(form: NewOfficial, password_hash: str, now: datetime) -> None:
    async with unit_of_work():
        account = await open_account(form.username, password_hash, "official", now)
        official = await insert(Official(account=account, name=form.name, region=form.region))
        await log.record(log.SYSTEM, now, "official", official, "add", facts={"region": form.region})
