"""The forms that anybody finds: registrations, the sign-in by name and number, preferences."""

from datetime import date, timedelta

from jianxi.domain import citizen_id, credit_code
from tests.acquaintances import PASSWORD, SCHOOL, in_register
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

_ACCOUNT: Fields = {"username": [""], "password": [PASSWORD], "password_again": [PASSWORD]}
EMPLOYER: Fields = {
    "name": ["云杉软件有限公司"],
    "credit_code": [""],
    "city": ["370100"],
    "county": ["370102"],
    "contact": ["王芳"],
    "phone": ["13812345678"],
    **_ACCOUNT,
}
GRADUATE: Fields = {
    "name": ["林晓"],
    "id_number": [""],
    "school": [SCHOOL],
    "phone": ["13812345678"],
    **_ACCOUNT,
}


def id_number(place: int) -> str:
    """A woman's that nobody else has."""
    return citizen_id.compose("370105", date(2003, 1, 1) + timedelta(days=place // 500), place % 500 * 2)


async def employer(_: Town, place: int) -> tuple[str, Fields]:
    fresh = {"credit_code": [credit_code.compose("370105", place)], "username": [f"unit{place}"]}
    return "/register/employer", EMPLOYER | fresh


async def graduate(_: Town, place: int) -> tuple[str, Fields]:
    number = id_number(place)
    await in_register(number)
    return "/register/graduate", GRADUATE | {"id_number": [number], "username": [f"graduate{place}"]}


async def identity(_: Town, place: int) -> tuple[str, Fields]:
    return "/login/identity", {"name": ["林晓"], "id_number": [id_number(place)], "next": ["/applicant/"]}


async def look(_: Town, __: int) -> tuple[str, Fields]:
    return "/preferences", {"size": ["large"], "back": ["/help"]}


async def demo(_: Town, __: int) -> tuple[str, Fields]:
    return "/demo/sign-in", {"role": ["province"]}
