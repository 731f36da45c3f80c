"""附件 of the demo's bases: samples that say what they are."""

from datetime import datetime

from jianxi.domain.bases import BaseVerb
from jianxi.domain.viewers import EmployerViewer
from jianxi.services import base_files
from jianxi.services.files import store_checked
from jianxi.storage import samples

RULES, PAPERS = ("就业见习管理制度（2026年修订）.pdf",), ("营业执照正本.png", "法定代表人身份证明.png")


async def attach(viewer: EmployerViewer, now: datetime) -> None:
    """Both kinds, as the unit itself uploads them."""
    rules = [await store_checked(name, samples.document()) for name in RULES]
    papers = [await store_checked(name, samples.picture()) for name in PAPERS]
    await base_files.attach(viewer, "rules", rules, now)
    await base_files.attach(viewer, "papers", papers, now)


async def amend(viewer: EmployerViewer, now: datetime) -> None:
    """One more of the unit's papers, for a 变更申请."""
    more = await store_checked("统一社会信用代码信息变更证明.png", samples.picture())
    await base_files.attach(viewer, "papers", [more], now, BaseVerb.AMEND)
