"""往届毕业生/社会青年登录: the six checks, in their order."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import in_shanghai
from jianxi.domain.viewers import PersonKind
from jianxi.forms.accounts import IdentitySignIn
from jianxi.forms.reading import read
from jianxi.queries.sessions import Claim
from jianxi.services.identity import ByAccount, Known, recognise
from jianxi.tables.persons import Person
from tests.acquaintances import here_before, id_number, in_register, with_password
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = in_shanghai(NOW).date()
TOO_OLD = "年龄不符合要求（16~24周岁），无法参加就业见习"
ANOTHER = "该身份证号已登录过，请输入正确的姓名"
LONG_AGO = id_number(date(1980, 5, 6))


async def ask(number: str, name: str = "林晓", today: date = TODAY) -> Known | Claim | ByAccount:
    given = read(IdentitySignIn, {"name": [name], "id_number": [number]}, today)
    return await recognise(given, "370000", today)


async def refusal(number: str, name: str = "林晓", today: date = TODAY) -> dict[str, str]:
    with pytest.raises(Invalid) as told:
        await ask(number, name, today)
    return told.value.messages


async def test_first_a_wrong_check_digit_is_told_before_anything_is_looked_up() -> None:
    number = id_number()
    wrong = number[:17] + ("0" if number[17] != "0" else "1")
    await here_before(number)
    assert await refusal(wrong) == {"id_number": "身份证号校验位不正确，请核对"}


async def test_second_somebody_known_comes_in_whatever_age_and_cohort() -> None:
    person = await here_before(LONG_AGO)
    await in_register(LONG_AGO, cohort=2026)
    assert await ask(LONG_AGO) == Known(person, None)


async def test_second_somebody_with_a_password_is_sent_to_use_it() -> None:
    await here_before(LONG_AGO, account=await with_password("linxiao"))
    assert await ask(LONG_AGO) == ByAccount("请从首页账号登录")


async def test_third_another_name_is_asked_for_the_right_one() -> None:
    await here_before(id_number())
    assert await refusal(id_number(), "赵敏") == {"name": ANOTHER}


async def test_third_another_name_is_not_told_that_there_is_a_password() -> None:
    await here_before(id_number(), account=await with_password("linxiao"))
    assert await refusal(id_number(), "赵敏") == {"name": ANOTHER}


@pytest.mark.parametrize("cohort", [2026, 2025, 2010])
async def test_third_the_name_of_the_register_is_let_in_provisionally(cohort: int) -> None:
    await here_before(LONG_AGO, "赵敏")
    row = await in_register(LONG_AGO, cohort=cohort)
    found = await ask(LONG_AGO)
    assert isinstance(found, Claim)
    assert (found.name, found.graduate) == ("林晓", row)


async def test_fourth_a_current_graduate_is_sent_to_the_account() -> None:
    await in_register(LONG_AGO, cohort=2026)
    assert await ask(LONG_AGO) == ByAccount("2026届毕业生请从首页登录")


@pytest.mark.parametrize("cohort", [2023, 2024, 2025])
async def test_fifth_an_earlier_graduate_comes_in_at_any_age(cohort: int) -> None:
    row = await in_register(LONG_AGO, cohort=cohort)
    assert await ask(LONG_AGO) == Claim("林晓", LONG_AGO, PersonKind.EARLIER_GRADUATE, row)


@pytest.mark.parametrize("cohort", [2022, 2027])
async def test_sixth_cohorts_outside_are_judged_by_age(cohort: int) -> None:
    await in_register(LONG_AGO, cohort=cohort)
    await in_register(id_number(), cohort=cohort)
    assert await refusal(LONG_AGO) == {"id_number": TOO_OLD}
    assert await ask(id_number()) == Claim("林晓", id_number(), PersonKind.YOUTH)


async def test_sixth_another_name_than_the_registers_learns_nothing() -> None:
    await in_register(LONG_AGO, cohort=2026)
    assert await refusal(LONG_AGO, "赵敏") == await refusal(id_number(date(1980, 5, 7)), "赵敏")
    await in_register(id_number(), cohort=2026)
    assert await ask(id_number(), "赵敏") == Claim("赵敏", id_number(), PersonKind.YOUTH)


@pytest.mark.parametrize(
    ("born", "today", "comes_in"),
    [
        (date(2010, 11, 20), date(2026, 11, 20), True),
        (date(2010, 11, 21), date(2026, 11, 20), False),
        (date(2001, 11, 21), date(2026, 11, 20), True),
        (date(2001, 11, 20), date(2026, 11, 20), False),
        (date(2008, 2, 29), date(2024, 2, 29), True),
        (date(2008, 2, 29), date(2024, 2, 28), False),
        (date(2000, 2, 29), date(2025, 2, 28), True),
        (date(2000, 2, 29), date(2025, 3, 1), False),
    ],
)
async def test_sixth_youth_lasts_from_the_16th_birthday_to_the_day_before_the_25th(
    born: date, today: date, comes_in: bool
) -> None:
    number = id_number(born)
    if comes_in:
        assert isinstance(await ask(number, today=today), Claim)
    else:
        assert await refusal(number, today=today) == {"id_number": TOO_OLD}


async def test_at_the_turn_of_the_year_the_current_graduate_becomes_an_earlier_one() -> None:
    await in_register(id_number(), cohort=2026)
    assert isinstance(await ask(id_number(), today=date(2026, 12, 31)), ByAccount)
    assert isinstance(await ask(id_number(), today=date(2027, 1, 1)), Claim)


@pytest.mark.parametrize("typed", ["买买提•艾力", "买买提・艾力", "买买提 · 艾力", "买买提．艾力"])
async def test_look_alikes_of_the_dot_are_the_same_name(typed: str) -> None:
    person = await here_before(id_number(), "买买提·艾力")
    assert await ask(id_number(), typed) == Known(person, None)


@pytest.mark.parametrize("name", ["马䶮", "𬭎𫍲", "㛃"])
async def test_rare_characters_are_one_name_and_no_other(name: str) -> None:
    person = await here_before(id_number(), f"马{name}")
    assert await ask(id_number(), f"马{name}") == Known(person, None)
    assert await refusal(id_number(), "马龙") == {"name": ANOTHER}


async def test_a_small_x_and_full_width_digits_are_read_as_the_number() -> None:
    number = next(id_number(sequence=each) for each in range(100) if id_number(sequence=each).endswith("X"))
    person = await here_before(number)
    wide = "".join(chr(ord(each) + 0xFEE0) for each in number.lower())
    assert await ask(wide) == Known(person, None)


async def test_no_answer_writes_a_person() -> None:
    await in_register(id_number(), cohort=2025)
    await ask(id_number())
    await ask(id_number(), "赵敏")
    assert await Person.count() == 0
