"""Reads printed papers: the 核验码 of a version, and what anybody may know of a paper that he holds."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jianxi.domain import agreements, certificates
from jianxi.domain.base_papers import Printed
from jianxi.domain.names import mask_person, mask_unit
from jianxi.domain.outcomes import Missing
from jianxi.domain.paper_codes import digest_grouped
from jianxi.queries import paper_contents, traineeship_papers
from jianxi.tables.employers import Base, BaseVersion
from jianxi.tables.papers import Paper


@dataclass(frozen=True, slots=True)
class Issued:
    """What stands on the paper of one version."""

    number: str
    code: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What is confirmed to whoever has the code, and nothing else."""

    title: str
    number: str
    unit: str
    """Masked."""
    version: str
    submitted_at: datetime
    standing: str
    person: str = ""
    """Masked; of an agreement or certificate."""
    digest: str = ""
    """Of what that says, as it is printed on it."""


async def issued(kind: str, record: int, version: int) -> Issued:
    wanted = (Paper.kind == kind) & (Paper.record == record) & (Paper.version == version)
    row = await Paper.select(Paper.number, Paper.code).where(wanted).first()
    if row is None:
        raise Missing
    return Issued(row["number"], row["code"])


async def verified(code: str) -> Verified:
    """`code` in its one spelling; `Missing` when no paper has it."""
    row = await Paper.select().where(Paper.code == code).first()
    if row is None or row["kind"] not in KINDS:
        raise Missing
    return await KINDS[row["kind"]](row)


def version_words(number: int, amends: int) -> str:
    """第2次提交（变更申请）."""
    return f"第{number}次提交" + ("（变更申请）" if amends else "")


async def base_printed(base: int, number: int) -> Printed:
    """Where a submission of a base stands; `Missing` where there is none of that number."""
    return _printed(await _submission(base, number))


async def _base(paper: Mapping[str, Any]) -> Verified:
    row = await _submission(paper["record"], paper["version"])
    return Verified(
        "就业见习基地申请表",
        paper["number"],
        mask_unit(row["unit"]),
        version_words(paper["version"], row["amends"]),
        row["submitted_at"],
        _printed(row).standing,
    )


async def _agreement(paper: Mapping[str, Any]) -> Verified:
    return _of_two(paper, await traineeship_papers.agreement_standing(paper["record"], paper["version"]))


async def _certificate(paper: Mapping[str, Any]) -> Verified:
    return _of_two(paper, await traineeship_papers.certificate_standing(paper["record"], paper["version"]))


def _of_two(paper: Mapping[str, Any], standing: str) -> Verified:
    """A paper of two parties, as it was issued."""
    kept = paper_contents.opened(paper)
    return Verified(
        paper_contents.TITLES[kept.kind],
        kept.number,
        mask_unit(kept.content.unit.name),
        f"第{kept.version}版",
        kept.issued_at,
        standing,
        mask_person(kept.content.trainee.name),
        digest_grouped(kept.digest),
    )


KINDS: Mapping[str, Callable[[Mapping[str, Any]], Awaitable[Verified]]] = {
    "base": _base,
    agreements.KIND: _agreement,
    certificates.KIND: _certificate,
}
"""Every kind of paper, and what its verification says."""


async def _submission(base: int, number: int) -> Mapping[str, Any]:
    """A submission and where its base stands."""
    of, wanted = BaseVersion, (BaseVersion.base == base) & (BaseVersion.round == number)
    version = await of.select(of.round, of.level, of.amends, of.submitted_at).where(wanted).first()
    standing = (Base.state, Base.amendment_state, Base.round.as_alias("newest"))
    placed = (Base.approved_round.as_alias("in_force"), Base.employer.name.as_alias("unit"))
    row = await Base.select(*standing, *placed).where(Base.id == base).first()
    if version is None or row is None:
        raise Missing
    return {**row, **version}


def _printed(row: Mapping[str, Any]) -> Printed:
    placed = (row["state"], row["newest"], row["in_force"], row["amendment_state"])
    return Printed(row["round"], row["level"], *placed)
