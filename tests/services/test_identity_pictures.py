"""身份证件信息: what the form's service asks for, and what becomes of the pictures when an identity is cleared."""

import asyncio

import pytest

from jianxi.domain.identity_pictures import Side
from jianxi.domain.outcomes import Invalid, Missing
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.forms.intentions import GraduateIntention, YouthIntention
from jianxi.forms.reading import read
from jianxi.queries import identity_pictures
from jianxi.queries.sessions import Claim
from jianxi.services import files, intentions
from jianxi.services import identity_cases as cases
from jianxi.services import identity_pictures as services
from jianxi.storage import samples, store
from jianxi.tables.files import StoredFile
from jianxi.tables.persons import Person
from tests import cast
from tests.conftest import NOW
from tests.identity_conflicts import TRUE_NAME, contested, signs_in
from tests.services.test_register_people import FORM

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
YOUTH = {**FORM, "nation": ["汉族"], "degree": ["大专"], "unemployed": ["yes"]}


async def kept(*sides: Side, session: int = 1) -> dict[Side, int]:
    stored = {side: await files.store_checked(f"{side.label}.png", samples.picture()) for side in sides}
    return {side: await services.keep(each, session, side, NOW) for side, each in stored.items()}


async def in_store() -> int:
    return sum([len(part) async for part in store.objects()])


async def test_a_youth_submits_nothing_without_both_sides() -> None:
    claim = Claim("孟晓", cast.id_number(PersonKind.YOUTH), PersonKind.YOUTH)
    viewer = PersonViewer(None, PersonKind.YOUTH, "孟晓", by_identity=True)
    form = read(YouthIntention, YOUTH, NOW.date())

    with pytest.raises(Invalid, match="请上传身份证反面"):
        await intentions.submit(viewer, claim, 0, form, "370000", NOW, await kept(Side.FRONT))
    assert await Person.count() == 0

    person = await intentions.submit(viewer, claim, 0, form, "370000", NOW, await kept(*Side))
    assert set(await identity_pictures.links(person)) == set(Side)


async def test_while_a_form_is_mended_one_picture_of_each_side_is_kept_and_what_was_submitted_stays() -> None:
    viewer = await cast.person(PersonKind.YOUTH, intention=False)
    form = read(YouthIntention, YOUTH, NOW.date())
    replaced, _ = await kept(*Side), await kept(*Side, session=2)
    newest = await asyncio.gather(*(kept(*Side) for _ in range(3)))
    (there,) = [each for each in newest if await StoredFile.exists().where(StoredFile.id == each[Side.FRONT])]
    assert (await StoredFile.count(), await in_store()) == (4, 4)

    with pytest.raises(Invalid, match="请重新上传身份证正面"):
        await intentions.submit(viewer, None, 0, form, "370000", NOW, replaced)
    given = {Side.FRONT: there[Side.FRONT], Side.BACK: (await kept(Side.BACK))[Side.BACK]}
    person = await intentions.submit(viewer, None, 0, form, "370000", NOW, given)
    await kept(*Side)
    assert await identity_pictures.links(person) == given
    assert (await StoredFile.count(), await in_store()) == (6, 6)


async def test_whoever_loses_the_number_loses_its_pictures_and_whom_it_belongs_to_has_none() -> None:
    squatter, office, case = await contested()
    unit = await cast.employer()
    id = await cast.application(squatter, await cast.position(await cast.base(unit)))

    await cases.hand_over(office, case.id, case.version, "登记本人属实", NOW)

    claim = await signs_in(TRUE_NAME)
    form = read(GraduateIntention, FORM, NOW.date())
    holder = PersonViewer(None, claim.kind, TRUE_NAME, by_identity=True)
    person = await intentions.submit(holder, claim, 0, form, "370000", NOW)
    assert await identity_pictures.links(squatter.person) == {}
    assert await identity_pictures.links(person) == {}
    with pytest.raises(Missing):
        await services.look(unit, id, Side.FRONT, NOW)


async def test_of_two_who_are_one_the_pictures_stay() -> None:
    person, office, case = await contested()
    unit = await cast.employer()
    id = await cast.application(person, await cast.position(await cast.base(unit)))

    await cases.merge(office, case.id, case.version, "同一人，曾用名", NOW)

    assert set(await identity_pictures.links(person.person)) == set(Side)
    assert await services.look(unit, id, Side.BACK, NOW)
