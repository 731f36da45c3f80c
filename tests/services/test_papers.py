"""Papers of agreements and certificates: what was issued is kept sealed, and its PDF is drawn once."""

import pytest

from jianxi.domain.paper_contents import typed
from jianxi.queries import agreement_contents, certificate_contents, paper_contents
from jianxi.services import agreements, certificates, papers
from jianxi.tables.unit_of_work import unit_of_work
from tests.conftest import NOW
from tests.traineeships import departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
]


async def test_an_issued_version_says_the_same_ever_after() -> None:
    one = await trainee("unsigned")
    async with unit_of_work():
        await agreements.issue(one.placement, NOW)
    kept = await paper_contents.kept("agreement", one.placement, 1)
    assert kept.content == await agreement_contents.gather(one.placement, NOW)
    left = await departure(one.placement, "waiting_certificate")
    async with unit_of_work():
        await certificates.issue(left, NOW)
    kept = await paper_contents.kept("certificate", left, 1)
    assert kept.content == await certificate_contents.gather(left, NOW)
    print(kept)
