"""主管部门工作人员, by the command line: added, moved to another office, disabled. The office is the region."""

from datetime import datetime
from typing import Annotated

from jianxi.crypto.passwords import hash_password
from jianxi.domain import passwords
from jianxi.domain.outcomes import Invalid, Refused, Stale
from jianxi.domain.periods import today
from jianxi.domain.texts import Malformed
from jianxi.forms.accounts import Username
from jianxi.forms.reading import Form, read
from jianxi.forms.types import PersonName, field, line
from jianxi.queries import regions
from jianxi.queries.account_owners import Owner
from jianxi.services import account_locks, log
from jianxi.services.accounts import open_account
from jianxi.services.own_account import sign_out_everywhere
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
    code = await _office(form.region)
    try:
        passwords.check(password, form.username)
    except Malformed as malformed:
        raise Invalid({"password": malformed.sentence}) from None
    hashed = await hash_password(password)
    try:
        await _write(form, code, hashed, now)
    except Conflict:
        raise Invalid({"username": f"登录名{form.username}已被使用，请换一个"}) from None
    return (await regions.directory()).full_name(code)


async def move(username: str, region: str, now: datetime) -> tuple[str, str]:
    """To another office, from the next request on; every session ends. Answers the names of both offices."""
    owner = await _official(username, now)
    code = await _office(region)
    directory = await regions.directory()
    if code == owner.region:
        raise Refused(f"{owner.name}已在{directory.full_name(code)}，没有变化。")
    async with unit_of_work():
        there = (Official.account == owner.account) & (Official.region == owner.region)
        rows = await Official.update({Official.region: code}).where(there).returning(Official.id)
        if not rows:
            raise Stale(f"账号{owner.username}刚刚有变化，没有保存。请核对后重新执行。")
        await sign_out_everywhere(owner.account)
        facts = {"from": owner.region, "to": code}
        await log.record(log.SYSTEM, now, "official", rows[0]["id"], "move", facts=facts)
    return directory.full_name(owner.region), directory.full_name(code)


async def disable(username: str, now: datetime) -> Owner:
    """Out at once and refused from now on; what the official decided keeps its name."""
    await _official(username, now)
    return await account_locks.lock(username, now)


async def _official(username: str, now: datetime) -> Owner:
    owner = await account_locks.known(username, now)
    if owner.kind != "official":
        raise Refused(f"{owner.username}不是主管部门账号，请核对登录名。")
    return owner


async def _office(typed: str) -> str:
    """A region of the installation's province that stands today."""
    try:
        return await regions.own(typed)
    except Malformed as malformed:
        raise Invalid({"region": malformed.sentence}) from None


async def _write(form: NewOfficial, region: str, password_hash: str, now: datetime) -> None:
    async with unit_of_work():
        account = await open_account(form.username, password_hash, "official", now)
        official = await insert(Official(account=account, name=form.name, region=region))
        await log.record(log.SYSTEM, now, "official", official, "add", facts={"region": region})
