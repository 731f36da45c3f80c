"""What writes, part of accounts, bases and positions: each makes what must be there, and answers the act."""

from collections.abc import Awaitable, Callable
from datetime import date

from jianxi.domain import credit_code
from jianxi.domain.periods import today
from jianxi.forms.accounts import EmployerRegistration, GraduateRegistration
from jianxi.forms.base_drafts import typed as draft_of
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import bases as reading
from jianxi.services import (
    accounts,
    base_files,
    base_review,
    base_standing,
    bases,
    officials,
    policies,
    position_review,
    positions,
    registration,
    sessions,
)
from tests import cast
from tests.acquaintances import PASSWORD, id_number, in_register
from tests.attachments import attach_samples, sample
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW
from tests.hostile.forms_of_entry import EMPLOYER, GRADUATE
from tests.races import lived

Deed = Callable[[], Awaitable[object]]
Act = Callable[[], Awaitable[Deed]]
"""Makes what must be there, and answers what is then done, again and again until it goes through."""
DAY = today(NOW)
PROVINCE = "370000"


async def register_employer() -> Deed:
    own = {"credit_code": [credit_code.compose("370105", 77)], "username": ["faulty"]}
    given = read(EmployerRegistration, EMPLOYER | own, DAY)
    return lambda: accounts.register_employer(given, PROVINCE, NOW)


async def register_graduate() -> Deed:
    number = id_number()
    await in_register(number)
    given = read(GraduateRegistration, GRADUATE | {"id_number": [number], "username": ["linxiao"]}, DAY)
    return lambda: registration.register_graduate(given, PROVINCE, NOW)


async def begin_session() -> Deed:
    unit = await cast.employer()
    return lambda: sessions.start_for_account(unit.account, NOW)


async def add_official() -> Deed:
    return lambda: officials.add("zhangwei", PROVINCE, "张伟", PASSWORD, NOW)


async def set_policy() -> Deed:
    return lambda: policies.set_value("youth_max_age", "25", PROVINCE, date(2027, 1, 1), "测试", NOW)


async def base_begin() -> Deed:
    unit = await cast.employer()
    return lambda: bases.save(unit, 0, draft_of(BASE_FORM), NOW)


async def base_attach() -> Deed:
    unit = await cast.employer()
    await attach_samples(unit)
    more = await sample("papers", "开户许可证.png")
    return lambda: base_files.attach(unit, "papers", [more], NOW)


async def base_submit() -> Deed:
    unit = await cast.employer()
    version = await bases.save(unit, 0, draft_of(BASE_FORM), NOW)
    await attach_samples(unit)
    return lambda: bases.submit(unit, version, read(BaseForm, BASE_FORM, DAY), NOW)


async def _submitted() -> tuple[int, int]:
    unit = await cast.employer()
    version = await bases.save(unit, 0, draft_of(BASE_FORM), NOW)
    await attach_samples(unit)
    await bases.submit(unit, version, read(BaseForm, BASE_FORM, DAY), NOW)
    base = await reading.of_employer(unit)
    assert base is not None
    return base.id, base.version


async def base_approve() -> Deed:
    id, version = await _submitted()
    county = await cast.official(cast.LIXIA)
    return lambda: base_review.approve(county, id, version, NOW)


async def base_approve_finally() -> Deed:
    id, version = await _submitted()
    await base_review.approve(await cast.official(cast.LIXIA), id, version, NOW)
    city = await cast.official(cast.JINAN)
    return lambda: base_review.approve(city, id, version + 1, NOW)


async def base_reject() -> Deed:
    id, version = await _submitted()
    county = await cast.official(cast.LIXIA)
    return lambda: base_review.reject(county, id, version, ["other"], "请核对", NOW)


async def base_reopen() -> Deed:
    id, version = await _submitted()
    county = await cast.official(cast.LIXIA)
    await base_review.approve(county, id, version, NOW)
    return lambda: base_review.reopen(county, id, version + 1, NOW)


async def base_suspend() -> Deed:
    place = await lived.place()
    base = await reading.get(place.city, place.base)
    return lambda: base_standing.suspend(place.city, base.id, base.version, "停业整顿", NOW)


async def position_add() -> Deed:
    place = await lived.place()
    return lambda: positions.add(place.unit, lived.form(), NOW)


async def position_copy() -> Deed:
    place = await lived.place()
    id = await lived.waiting(place)
    return lambda: positions.copy(place.unit, id, lived.form(3), NOW)


async def position_edit() -> Deed:
    place = await lived.place()
    id = await lived.waiting(place)
    return lambda: positions.edit(place.unit, id, 1, lived.form(7), NOW)


async def position_delete() -> Deed:
    place = await lived.place()
    id = await lived.waiting(place)
    return lambda: positions.delete(place.unit, id, 1, NOW)


async def position_approve() -> Deed:
    place = await lived.place()
    id = await lived.waiting(place)
    return lambda: position_review.approve(place.city, id, 1, NOW)


async def position_reject() -> Deed:
    place = await lived.place()
    id = await lived.waiting(place)
    return lambda: position_review.reject(place.city, id, 1, ["other"], "请核对", NOW)


async def position_reopen() -> Deed:
    place = await lived.place()
    id = await lived.passed(place)
    return lambda: position_review.reopen(place.city, id, 2, NOW)
