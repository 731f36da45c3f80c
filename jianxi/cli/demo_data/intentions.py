"""What the demo's people write into 就业见习意向填表."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from jianxi.cli.demo_data.names import SAME_PICTURE
from jianxi.cli.demo_data.samples_apart import apart
from jianxi.cli.demo_data.signing_in import holding
from jianxi.domain.identity_pictures import Side
from jianxi.domain.periods import today
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.forms.intentions import GraduateIntention, YouthIntention
from jianxi.forms.reading import read
from jianxi.queries.sessions import Claim
from jianxi.services import files, identity_pictures, intentions, sessions
from jianxi.storage import samples

if TYPE_CHECKING:
    from jianxi.cli.demo_data.people import Someone

JOBS = ("软件测试", "行政助理", "设备维护", "新媒体运营", "数据分析", "仓储管理", "质量检验")
NO_SESSION = 0
"""The form is submitted at once."""


async def fill_in(viewer: PersonViewer, claim: Claim | None, one: Someone, now: datetime) -> PersonViewer:
    """Submits the form; answers who they are from then on."""
    youth = viewer.kind is PersonKind.YOUTH
    form = read(YouthIntention if youth else GraduateIntention, _raw(one, youth), today(now))
    pictures = await _pictures(one, now) if youth else {}
    person = await intentions.submit(viewer, claim, 0, form, "370000", now, pictures)
    if viewer.person is not None:
        return viewer
    return await holding(await sessions.start_for_person(person, now), PersonViewer, now)


async def _pictures(one: Someone, now: datetime) -> dict[Side, int]:
    """A sample for each side of the card."""
    card = "one for two" if one.name in SAME_PICTURE else one.id_number
    kept = {
        side: await files.store_checked(f"{side.label}.png", apart(samples.picture(), card + side))
        for side in Side
    }
    return {
        side: await identity_pictures.keep(stored, NO_SESSION, side, now) for side, stored in kept.items()
    }


def _raw(one: Someone, youth: bool) -> dict[str, list[str]]:
    number = int(one.phone[-4:])
    first, second = JOBS[number % len(JOBS)], JOBS[(number + 2) % len(JOBS)]
    fields = {
        "jobs": [first, second],
        "places": [one.home],
        "months": ["6"],
        "allowance": ["2600"],
        "about": [f"希望从事{first}方面的工作，能够按时到岗，服从安排。"],
        "household": ["山东省济南市历下区文化东路街道"],
        "address": ["济南市历下区文化东路51号"],
        "phone": [one.phone],
    }
    typed = {"nation": ["汉族"], "degree": ["大专"], "major": [one.major], "unemployed": ["yes"]}
    return {**fields, **typed} if youth else fields
