"""附件 in the form of 见习基地申请: the files that came with any button are taken in, one is taken away."""

from collections.abc import Mapping
from datetime import datetime

from jianxi.domain.base_parts import FILE_KINDS, MOST_FILES
from jianxi.domain.bases import FLOW, BaseVerb
from jianxi.domain.flow import Role
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import base_files, bases
from jianxi.services import base_files as services
from jianxi.services import upload_limits
from jianxi.web import uploads
from jianxi.web.requests import Fields


async def take_in(
    viewer: EmployerViewer, fields: Fields, becomes: BaseVerb, now: datetime
) -> Mapping[str, str]:
    """Each checked and attached at once; answers a message by field for those that were not taken. Raises `Refused`
    where nothing can be filled in now, before a file is looked at."""
    sent = [kind for kind in FILE_KINDS if fields.uploads(kind)]
    if not sent:
        return {}
    base = await bases.of_employer(viewer)
    if base is not None:
        FLOW.decide(becomes, base.standing, Role.EMPLOYER)
    has = len(await base_files.of_round(base.id, base_files.DRAFT)) if base else 0
    told, sender = dict[str, str](), upload_limits.of_employer(viewer)
    for kind in sent:
        kept = await uploads.keep(fields, kind, sender, now, has=has, most=MOST_FILES)
        if kept.stored:
            await services.attach(viewer, kind, kept.stored, now, becomes)
            has += len(kept.stored)
        if kept.message:
            told[kind] = kept.message
    return told
