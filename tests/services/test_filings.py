"""报送, 确认接收 and 退回: all or nothing, once or again, and who may what."""

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.queries import filed_bases, filings
from jianxi.services import base_review, base_standing
from jianxi.services import filings as services
from jianxi.tables.employers import Base
from jianxi.tables.filings import FiledBase, Filing
from jianxi.tables.log import LogEntry
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, SHANDONG, SHIZHONG, ZAOZHUANG, base, employer, official
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
WHY = "联系电话有误，请核对后重新报送。"


async def approved(name: str = "") -> int:
    return await base(await employer(name=name))


async def grown(id: int, posts: int = 60) -> None:
    """What is in force changes as an approved 变更申请 changes it."""
    async with unit_of_work():
        await Base.update({Base.yearly_posts: posts}).where(Base.id == id)


async def test_bases_are_filed_under_one_number_received_and_never_un_approved_since() -> None:
    one, other = (
        await approved("济南甲精工有限公司"),
        await base(await employer(SHIZHONG, "济南乙精工有限公司")),
    )
    city, province = await official(JINAN), await official(SHANDONG)
    id = await services.file(city, [(other, 1), (one, 1)], NOW)
    with pytest.raises(Refused, match="已报省厅备案"):
        await base_review.reopen(city, one, 1, NOW)
    await services.receive(province, id, 1, NOW)
    filing = await filings.get(city, id)
    lines = (await filed_bases.of_round(id, 1)).lines
    assert (filing.shown.label, filing.sending.bases, filing.sending.decided_by) == (
        "已接收",
        2,
        province.name,
    )
    assert filing.number.startswith("JX3701-26-B")
    assert [(line.place, line.facts.unit, line.facts.county) for line in lines] == [
        (1, "济南甲精工有限公司", "历下区"),
        (2, "济南乙精工有限公司", "市中区"),
    ]
    assert lines[0].facts.valid_until.isoformat() == "2029-11-17"
    assert (lines[0].facts.contact, lines[0].facts.phone) == ("王芳", "13800138000")


async def test_what_a_row_says_is_sealed_and_stays_as_it_was_sent() -> None:
    id = await approved("济南甲精工有限公司")
    filing = await services.file(await official(JINAN), [(id, 1)], NOW)
    await grown(id)
    (line,) = (await filed_bases.of_round(filing, 1)).lines
    (row,) = await FiledBase.select(FiledBase.content)
    assert line.facts.yearly_posts == 20
    assert "济南甲精工".encode() not in bytes(row["content"])


async def test_it_is_all_or_nothing() -> None:
    one, suspended = await approved(), await base(await employer(name="济南丙精工有限公司"), "suspended")
    city, far = await official(JINAN), await base(await employer("370402"))
    with pytest.raises(Refused, match="济南丙精工有限公司不是“审核通过”"):
        await services.file(city, [(one, 1), (suspended, 1)], NOW)
    with pytest.raises(Stale, match="您的操作未执行"):
        await services.file(city, [(one, 2)], NOW)
    with pytest.raises(Refused, match="有1个不存在"):
        await services.file(city, [(one, 1), (far, 1)], NOW)
    with pytest.raises(Refused, match="没有选择基地"):
        await services.file(city, [], NOW)
    assert await Filing.count() == await FiledBase.count() == await LogEntry.count() == 0


async def test_a_second_click_finds_the_first_and_another_official_is_told() -> None:
    id = await approved("济南甲精工有限公司")
    city = await official(JINAN)
    first = await services.file(city, [(id, 1)], NOW)
    assert await services.file(city, [(id, 1)], NOW) == first
    with pytest.raises(Refused, match="济南甲精工有限公司已报省厅备案，之后没有变化"):
        await services.file(await official(JINAN), [(id, 1)], NOW)
    assert await Filing.count() == 1


async def test_only_cities_file_and_only_the_province_decides() -> None:
    id = await approved()
    city, province = await official(JINAN), await official(SHANDONG)
    with pytest.raises(Refused):
        await services.file(province, [(id, 1)], NOW)
    filing = await services.file(city, [(id, 1)], NOW)
    with pytest.raises(Refused):
        await services.receive(city, filing, 1, NOW)
    with pytest.raises(Missing):
        await filings.get(await official(ZAOZHUANG), filing)
    with pytest.raises(Missing):
        await filings.get(await official("370102"), filing)


async def test_a_returned_one_says_why_and_is_sent_again_with_other_bases() -> None:
    one, other = await approved("济南甲精工有限公司"), await approved("济南乙精工有限公司")
    city, province = await official(JINAN), await official(SHANDONG)
    id = await services.file(city, [(one, 1), (other, 1)], NOW)
    number = (await filings.get(city, id)).number
    with pytest.raises(Invalid):
        await services.send_back(province, id, 1, "  ", NOW)
    await services.send_back(province, id, 1, WHY, NOW)
    await grown(one)
    added = await approved("济南丁精工有限公司")
    await services.file_again(city, id, 2, [(one, 1), (added, 1)], NOW)
    filing = await filings.get(city, id)
    newest, first = await filings.rounds(filing)
    sending = await filed_bases.of_round(id, 2)
    assert (filing.number, filing.state, filing.round) == (number, "sent", 2)
    assert (first.reason, newest.reason, newest.bases) == (WHY, "", 2)
    assert (sending.added, sending.removed) == (("济南丁精工有限公司",), ("济南乙精工有限公司",))
    assert [
        (each.label, each.before, each.after) for line in sending.lines for each in line.round_changes
    ] == [("年提供岗位数", "20", "60")]
    assert [line.before for line in sending.lines] == [None, None]


async def test_after_a_return_a_base_can_be_un_approved_and_is_then_left_out_by_name() -> None:
    one, other = await approved("济南甲精工有限公司"), await approved()
    city, province = await official(JINAN), await official(SHANDONG)
    id = await services.file(city, [(one, 1), (other, 1)], NOW)
    await services.send_back(province, id, 1, WHY, NOW)
    await base_review.reopen(city, one, 1, NOW)
    with pytest.raises(Stale, match=r"“济南甲精工有限公司”：.*撤销"):
        await services.file_again(city, id, 2, [(one, 1), (other, 1)], NOW)
    with pytest.raises(Refused, match="济南甲精工有限公司不是"):
        await services.file_again(city, id, 2, [(one, 2), (other, 1)], NOW)
    await services.file_again(city, id, 2, [(other, 1)], NOW)
    assert (await filings.get(city, id)).sending.bases == 1


async def test_of_two_officials_of_the_province_one_decides_and_the_other_reads_who() -> None:
    id = await services.file(await official(JINAN), [(await approved(), 1)], NOW)
    one, other = await official(SHANDONG, name="宋振华"), await official(SHANDONG)
    await services.receive(one, id, 1, NOW)
    with pytest.raises(Stale):
        await services.receive(one, id, 1, NOW)
    with pytest.raises(Stale, match="宋振华已于10:00接收该备案"):
        await services.send_back(other, id, 1, WHY, NOW)
    with pytest.raises(Refused, match="已经接收，不能退回"):
        await services.send_back(other, id, 2, WHY, NOW)
    assert await LogEntry.count().where(LogEntry.noun == "filing") == 2


async def test_the_next_filing_tells_what_changed_and_who_is_no_longer_in_force() -> None:
    one, other = await approved("济南甲精工有限公司"), await approved("济南乙精工有限公司")
    city, province = await official(JINAN), await official(SHANDONG)
    first = await services.file(city, [(one, 1), (other, 1)], NOW)
    await services.receive(province, first, 1, NOW)
    await base_standing.suspend(city, other, 1, "实地核查", NOW)
    await grown(one)
    second = await services.file(city, [(one, 1), (await approved(), 1)], NOW)
    told = await filed_bases.of_round(second, 1)
    await grown(one, 70)
    third = await services.file(city, [(one, 1)], NOW)
    assert (told.first, told.changed, len(told.in_force)) == (1, 1, 2)
    assert [(line.facts.unit, line.standing.label) for line in told.stopped] == [
        ("济南乙精工有限公司", "已暂停")
    ]
    assert [change.label for change in told.stopped[0].changes] == ["状态"]
    assert (await filed_bases.of_round(third, 1)).stopped == ()
