"""What has become of some approved bases of the demo: changed, suspended, revoked."""

from datetime import datetime, timedelta

from jianxi.cli.demo_data.offices import Staff
from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import Raw, read
from jianxi.queries import bases as reading
from jianxi.services import base_amendments, base_review, base_standing

AFTER_APPROVAL = {
    "amending": "变更申请等待区县审核",
    "amend_no": "变更申请审核不通过",
    "suspended": "基地已暂停",
    "revoked": "基地已取消资格",
}
"""Fates of a base that was approved, and how they are told."""


async def move_on(
    fate: str, county: str, viewer: EmployerViewer, raw: Raw, staff: Staff, now: datetime
) -> None:
    """From 审核通过 to where the fate says."""
    base = await reading.of_employer(viewer)
    if base is None or fate not in AFTER_APPROVAL:
        return
    office, city, then = staff.county(county), staff.city(county), now - timedelta(days=3)
    if fate == "suspended":
        await base_standing.suspend(
            city, base.id, base.version, "实地核查发现指导师长期不在岗，整改后恢复。", then
        )
    elif fate == "revoked":
        await base_standing.revoke(
            city, base.id, base.version, "见习人员未按规定参加保险，经催告仍未改正。", then
        )
    else:
        changed = {**raw, "staff": ["168"], "yearly_posts": ["36"]}
        await base_amendments.amend(viewer, base.version, read(BaseForm, changed, today(then)), then)
    if fate == "amend_no":
        later = then + timedelta(hours=26)
        await base_review.reject(
            office, base.id, base.version + 1, ("other",), "每年可提供岗位数与职工人数不相称。", later
        )
