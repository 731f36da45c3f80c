"""What has become of some approved bases of the demo: changed, taken back, suspended, revoked, applied for again."""

from datetime import datetime, timedelta

from jianxi.cli.demo_data import attachments
from jianxi.cli.demo_data.offices import Staff
from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import Raw, read
from jianxi.queries import bases as reading
from jianxi.services import base_amendments, base_review, base_standing, bases

AFTER_APPROVAL = {
    "amending": "变更申请等待区县审核",
    "amending_city": "变更申请等待市级审核",
    "amend_no": "变更申请审核不通过",
    "reopened": "市级撤销了审核，重新等待市级审核",
    "suspended": "基地已暂停，有等待审核和已录用的人",
    "revoked": "基地已取消资格",
    "resubmitted": "基地取消资格后重新提交",
}
"""Fates of a base that was approved, and how they are told."""
AMENDMENTS = ("amending", "amending_city", "amend_no")
SUSPENDED = "实地核查发现指导师长期不在岗，整改后恢复。"
REVOKED = "见习人员未按规定参加保险，经催告仍未改正。"


async def move_on(
    fate: str, county: str, viewer: EmployerViewer, raw: Raw, staff: Staff, now: datetime
) -> None:
    """From 审核通过 to where the fate says, since the day before yesterday."""
    base = await reading.of_employer(viewer)
    if base is None or fate not in AFTER_APPROVAL:
        return
    city, then = staff.city(county), now - timedelta(days=2)
    if fate in AMENDMENTS:
        await _amend(fate, base, viewer, raw, staff.county(county), then)
    elif fate == "reopened":
        await base_review.reopen(city, base.id, base.version, then)
    elif fate == "suspended":
        await base_standing.suspend(city, base.id, base.version, SUSPENDED, then)
    else:
        weeks_ago = now - timedelta(days=20)
        await base_standing.revoke(city, base.id, base.version, REVOKED, weeks_ago)
    if fate == "resubmitted":
        await bases.submit(viewer, base.version + 1, read(BaseForm, raw, today(then)), then)


async def _amend(
    fate: str, base: reading.Base, viewer: EmployerViewer, raw: Raw, office: OfficialViewer, then: datetime
) -> None:
    staff, posts = int(raw["staff"][0]) + 24, int(raw["yearly_posts"][0]) + 40
    changed = {**raw, "staff": [str(staff)], "yearly_posts": [str(posts)]}
    await attachments.amend(viewer, then)
    await base_amendments.amend(viewer, base.version, read(BaseForm, changed, today(then)), then)
    version, later = base.version + 1, then + timedelta(hours=26)
    if fate == "amending_city":
        await base_review.approve(office, base.id, version, later)
    if fate == "amend_no":
        note = "每年可提供岗位数比近年专业及人数需求多出较多，请核对。"
        await base_review.reject(office, base.id, version, ("other",), note, later)
