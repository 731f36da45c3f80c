"""Nobody's position but one's own: every address about one answers 404 to strangers."""

import pytest

from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG, base, employer, official, position
from tests.position_forms import TYPED
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
STEPS = ("edit", "copy", "deletion", "withdrawal", "republication", "extension")
OWN = [("GET", ""), *((method, f"/{step}") for step in STEPS for method in ("GET", "POST"))]
DECISIONS = ("approval", "rejection", "publication", "reopening", "withdrawal")
OFFICE = [
    ("GET", ""),
    ("GET", "/reopening"),
    ("GET", "/withdrawal"),
    *(("POST", f"/{act}") for act in DECISIONS),
]


async def statuses(viewer: EmployerViewer | OfficialViewer, desk_path: str, id: int) -> set[int]:
    found: set[int] = set()
    async with desk_of(viewer) as desk:
        for method, rest in OWN if desk_path == "/employer" else OFFICE:
            path = f"{desk_path}/positions/{id}{rest}"
            fields: dict[str, str | list[str]] = {**TYPED, "v": "1", f"reason-{id}": "duties"}
            answer = await (desk.get(path) if method == "GET" else desk.post(path, fields))
            found.add(answer.status_code)
    return found


async def test_another_employer_finds_none_of_it() -> None:
    id = await position(await base(await employer()), "waiting_county")
    stranger = await employer()
    await base(stranger)
    assert await statuses(stranger, "/employer", id) == {404}


@pytest.mark.parametrize("region", [SHIZHONG, ZAOZHUANG, SHANDONG])
@pytest.mark.parametrize("state", ["waiting_city", "published"])
async def test_other_offices_find_none_of_it(region: str, state: str) -> None:
    id = await position(await base(await employer(LIXIA)), state)
    assert await statuses(await official(region), "/authority", id) == {404}


async def test_the_city_finds_nothing_before_the_county_has_passed_it() -> None:
    id = await position(await base(await employer(LIXIA)), "waiting_county")
    assert await statuses(await official(JINAN), "/authority", id) == {404}


async def test_a_city_level_position_is_seen_by_its_city_at_once() -> None:
    id = await position(await base(await employer(LIXIA), level="city"), "waiting_city")
    async with desk_of(await official(JINAN)) as desk:
        assert (await desk.get(f"/authority/positions/{id}")).status_code == 200


async def test_the_province_has_no_such_list() -> None:
    async with desk_of(await official(SHANDONG)) as desk:
        listed = await desk.get("/authority/positions")
        act = await desk.post("/authority/positions/publication", {"id": "1:1"})
    assert (listed.status_code, act.status_code) == (404, 404)
