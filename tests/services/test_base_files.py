"""附件 of a 见习基地: attached and removed at once, kept with each submission, read by whoever may read that."""

import asyncio
import json

import pytest

from jianxi.domain.bases import BaseVerb
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_drafts import typed
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_files as reading
from jianxi.queries import base_rounds
from jianxi.queries import bases as of_bases
from jianxi.services import base_amendments, base_files, base_review, bases
from jianxi.tables.employers import Base
from jianxi.tables.log import LogEntry
from tests.attachments import attach_samples, sample
from tests.cast import JINAN, LIXIA, SHANDONG, ZAOZHUANG, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
FORM = read(BaseForm, BASE_FORM, NOW.date())
ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


async def ids(id: int, round: int = 0) -> list[int]:
    return [each.file.id for each in await reading.of_round(id, round)]


async def more(unit: EmployerViewer, becomes: BaseVerb = BaseVerb.SUBMIT) -> int:
    """One more of the unit's papers; its number."""
    id = await base_files.attach(unit, "papers", [await sample("papers", "开户许可证.png")], NOW, becomes)
    return (await ids(id))[-1]


@ON_ONE
async def test_without_a_file_of_each_kind_nothing_is_submitted() -> None:
    unit = await employer()
    version = await bases.save(unit, 0, typed(BASE_FORM), NOW)
    await base_files.attach(unit, "papers", [await sample("papers")], NOW)
    with pytest.raises(Invalid) as told:
        await bases.submit(unit, version, FORM, NOW)
    assert told.value.messages == {"rules": "请上传就业见习管理制度"}


@ON_ONE
async def test_a_first_file_begins_the_base_and_a_form_given_out_before_can_still_be_saved() -> None:
    unit = await employer()
    await attach_samples(unit)
    begun = await of_bases.of_employer(unit)
    version = await bases.save(unit, 0, typed(BASE_FORM), NOW)
    with pytest.raises(Stale):
        await bases.save(unit, 0, typed({}), NOW)
    assert begun is not None
    assert (begun.state, begun.version, version) == ("draft", 1, 2)


async def test_of_ten_first_files_at_once_all_are_of_one_base() -> None:
    unit = await employer()
    stored = [await sample("papers", f"证件{number}.png") for number in range(10)]
    began = await asyncio.gather(*(base_files.attach(unit, "papers", [each], NOW) for each in stored))
    assert (len(set(began)), await Base.count(), len(await ids(began[0]))) == (1, 1, 10)


async def test_of_twenty_five_files_at_once_twenty_are_taken() -> None:
    unit = await employer()
    await attach_samples(unit)
    stored = [await sample("papers", f"证件{number}.png") for number in range(25)]
    deeds = [base_files.attach(unit, "papers", [each], NOW) for each in stored]
    came_to = [type(each) for each in await asyncio.gather(*deeds, return_exceptions=True)]
    assert (came_to.count(int), came_to.count(Invalid)) == (18, 7)


async def test_a_submission_keeps_its_files_whatever_becomes_of_the_draft() -> None:
    unit = await employer()
    id = await base(unit, "rejected")
    new = await more(unit)
    await bases.submit(unit, 1, FORM, NOW)
    county, submitted = await official(LIXIA), await ids(id)
    await base_review.reject(county, id, 2, ["papers"], "", NOW)
    await base_files.remove(unit, new, NOW)
    assert await ids(id, 2) == submitted
    assert new in submitted and new not in await ids(id)
    assert (await reading.get(unit, id, new))[1].id == new
    assert (await reading.get(county, id, new))[1].id == new


async def test_the_same_file_sent_five_times_at_once_is_attached_once() -> None:
    unit = await employer()
    stored = [await sample("papers") for _ in range(5)]
    began = await asyncio.gather(*(base_files.attach(unit, "papers", [each], NOW) for each in stored))
    assert len(await ids(began[0])) == 1


@ON_ONE
async def test_an_office_reads_no_file_that_was_not_submitted_to_it() -> None:
    unit = await employer()
    id = await base(unit)
    new = await more(unit, BaseVerb.AMEND)
    (known, _) = await ids(id, 1)
    offices = [await official(region) for region in (LIXIA, JINAN, SHANDONG)]
    for office in offices:
        assert (await reading.get(office, id, known))[1].id == known
        with pytest.raises(Missing):
            await reading.get(office, id, new)
    for stranger in (await employer(), await official(ZAOZHUANG)):
        with pytest.raises(Missing):
            await reading.get(stranger, id, known)


@ON_ONE
async def test_nothing_is_attached_or_removed_while_an_office_decides() -> None:
    unit = await employer()
    id = await base(unit, "waiting_county")
    before = await ids(id)
    with pytest.raises(Refused):
        await more(unit)
    with pytest.raises(Refused):
        await base_files.remove(unit, before[0], NOW)
    assert await ids(id) == before


@ON_ONE
async def test_a_file_of_another_unit_is_not_removed() -> None:
    id = await base(await employer(), "draft")
    stranger = await employer()
    await attach_samples(stranger)
    before = await ids(id)
    await base_files.remove(stranger, before[0], NOW)
    assert await ids(id) == before


@ON_ONE
async def test_files_that_changed_after_the_check_page_are_not_submitted_unseen() -> None:
    unit = await employer()
    id = await base(unit, "rejected")
    seen = reading.mark(await reading.of_round(id, 0))
    await more(unit)
    with pytest.raises(Stale, match="附件在您核对之后有变化"):
        await bases.submit(unit, 1, FORM, NOW, seen)
    fresh = reading.mark(await reading.of_round(id, 0))
    assert (await bases.submit(unit, 1, FORM, NOW, fresh)).startswith("JX3701-26-")


@ON_ONE
async def test_a_change_of_files_alone_is_a_change_and_one_of_contacts_alone_needs_none() -> None:
    unit, other = await employer(), await employer()
    id, second = await base(unit), await base(other)
    await more(unit, BaseVerb.AMEND)
    for file in await ids(second):
        await base_files.remove(other, file, NOW, BaseVerb.AMEND)
    of_files = await base_amendments.amend(unit, 1, FORM, NOW)
    with pytest.raises(Invalid):
        await base_amendments.amend(other, 1, FORM, NOW)
    assert of_files.startswith("JX3701-26-")
    assert len(await ids(id, 2)) == 3


@ON_ONE
async def test_the_log_tells_kinds_and_digests_and_no_names() -> None:
    unit = await employer()
    await base_files.remove(unit, await more(unit), NOW)
    rows = (
        await LogEntry.select(LogEntry.verb, LogEntry.facts)
        .where(LogEntry.noun == "base")
        .order_by(LogEntry.id)
    )
    digest = (await sample("papers")).digest
    told = [(row["verb"], json.loads(row["facts"] or "{}")) for row in rows]
    facts = {"kind": "papers", "files": [digest]}
    assert told == [("save", {}), ("attach", facts), ("remove", facts)]


async def test_a_file_that_comes_while_another_tab_submits_is_in_nothing_that_was_not_shown() -> None:
    for _ in range(5):
        unit = await employer()
        id = await base(unit, "rejected")
        seen = await reading.of_round(id, 0)
        deeds = (bases.submit(unit, 1, FORM, NOW, reading.mark(seen)), more(unit))
        submitted, attached = await asyncio.gather(*deeds, return_exceptions=True)
        assert (isinstance(submitted, str), isinstance(attached, Refused)) in {(True, True), (False, False)}
        assert await reading.of_round(id, 2) == (seen if isinstance(submitted, str) else ())


@ON_ONE
async def test_a_rejection_keeps_which_reasons_were_ticked_until_it_is_undone() -> None:
    unit, county = await employer(), await official(LIXIA)
    id = await base(unit, "waiting_county")
    await base_review.reject(county, id, 1, ["papers", "mentors", "papers"], "", NOW)
    rejected = (await base_rounds.rounds(await of_bases.get(unit, id)))[0].rejected_for
    await base_review.reopen(county, id, 2, NOW)
    reopened = (await base_rounds.rounds(await of_bases.get(unit, id)))[0].rejected_for
    assert (rejected, reopened) == (("papers", "mentors"), ())
