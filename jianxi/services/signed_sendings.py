"""What 上传协议 and 上传解除协议证明 share: the set that is sent is the one that was shown, and a copy of it is kept."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from piccolo.columns import Column
from piccolo.table import Table

from jianxi.domain.outcomes import Invalid, Refused, Stale
from jianxi.domain.signed_pages import TITLES, WORDS
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import signed_pages as reading
from jianxi.queries.signed_pages import DRAFT, NOUNS, RECORDS, ROWS, VERSIONS, Page
from jianxi.services import moves
from jianxi.services.signed_pages import FIELD
from jianxi.services.signed_records import Open, decision
from jianxi.tables.writing import insert

CHANGED = "您的操作未执行。页面在您核对之后有变化，请核对后再提交。"


async def send(
    viewer: EmployerViewer,
    found: Open,
    table: type[Table],
    values: Mapping[Column, object],
    now: datetime,
    shown: str | None,
    besides: Collection[int],
) -> None:
    """The pages put together become those of the next round, and the record waits. `shown` is the mark of the set that the
    page showed, `besides` the files that came with the press. `Invalid` without a page, `Stale` with another set."""
    pages = await reading.of_round(found.kind, found.record.id, DRAFT)
    _check(found, pages, shown, besides)
    round = found.record.uploads + 1
    for place, page in enumerate(pages, 1):
        await insert(_copy(found, page, round, place))
    facts = {
        "upload": round,
        str(found.kind): found.paper,
        "files": [page.file.digest for page in pages],
    }
    uploads = table._meta.get_column_by_name("uploads")
    written = {uploads: round, **values}
    await moves.write(viewer, NOUNS[found.kind], table, found.record, decision(found), written, now, facts)


def _check(found: Open, pages: Sequence[Page], shown: str | None, besides: Collection[int]) -> None:
    if shown is not None and reading.mark([page for page in pages if page.file.id not in besides]) != shown:
        raise Stale(CHANGED)
    if not pages:
        raise Invalid({FIELD: f"请选择签字盖章后的{TITLES[found.kind]}，PDF、JPEG或PNG文件"})
    if any(page.paper != found.paper for page in pages):
        word = WORDS[found.kind]
        raise Refused(f"其中有以前版本的{word}。请删除后上传第{found.paper}版{word}。")


def _copy(found: Open, page: Page, round: int, place: int) -> Table:
    kind = found.kind
    hung = {RECORDS[kind]: found.record.id, VERSIONS[kind]: page.paper}
    copied = {
        "round": round,
        "place": place,
        "file": page.file.id,
        "turn": page.turn,
        "reading": page.reading,
    }
    made: Table = ROWS[kind](copied, **{column._meta.name: value for column, value in hung.items()})
    return made
