"""One fault for each invariant of 上传协议书 and 上传证明图片, in SQL, of a world with one accepted application."""

from tests.cli.faults_of_departures import LEFT, PLACED

_SENT = (
    "INSERT INTO agreement_file (placement, round, agreement, place, file, turn, reading) "
    "SELECT id, {round}, {version}, {place}, {file}, 0, '{reading}' FROM placement"
)
_STAMPED = (
    "INSERT INTO certificate_file (departure, round, certificate, place, file, turn, reading) "
    "SELECT id, {round}, {version}, {place}, {file}, 0, '{reading}' FROM departure"
)
FIRST, LAST = "(SELECT min(id) FROM stored_file)", "(SELECT max(id) FROM stored_file)"


def _page(
    table: str, place: int = 1, version: int = 1, round: int = 1, file: str = FIRST, said: str = ""
) -> str:
    return table.format(round=round, version=version, place=place, file=file, reading=said)


def _of(name: str, table: str, *before: str) -> dict[str, tuple[str, ...]]:
    return {
        f"{name}-set": (*before, _page(table), _page(table, 2, 2, file=LAST)),
        f"{name}-order": (*before, _page(table), _page(table, file=LAST)),
        f"{name}-reading": (*before, _page(table, said="wrong")),
    }


OF_SIGNED: dict[str, tuple[str, ...]] = {
    **_of("agreement-file", _SENT, PLACED),
    **_of("certificate-file", _STAMPED, PLACED, LEFT),
    "agreement-file-version": (PLACED, _page(_SENT, version=2)),
    "placement-sent-version": (PLACED, _page(_SENT), "UPDATE placement SET agreement = 2"),
}
