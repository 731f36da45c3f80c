"""One entry for each address of the site: whose it is, and which noun its number counts."""

from tests.authorization import entries_of_office_rosters as office_rosters
from tests.authorization import entries_of_parameters as parameters
from tests.authorization import entries_of_rosters as rosters
from tests.authorization.entry import Entry
from tests.authorization.people import CITIES, COUNTIES, KINDS, NOBODY, OFFICES, PROVINCE

EVERYBODY = frozenset(KINDS)
_PUBLIC = (
    *("/", "/help", "/positions", "/bases", "/login", "/login/identity", "/logout", "/preferences"),
    *("/register/employer", "/register/graduate", "/health/live", "/health/ready"),
    *("/employer", "/applicant", "/authority"),
)
_SIGNED_IN = EVERYBODY - NOBODY
_DESKS = ("employer", "applicant", "authority")
NOT_THERE = frozenset({404})
_OF_A_FILE = ("", "/content", "/pages/{page}")
_POSITIONS = COUNTIES | CITIES
_REGISTER = CITIES | PROVINCE
ENTRIES: dict[str, Entry] = {
    **dict.fromkeys(_PUBLIC, Entry()),
    "/demo/sign-in": Entry(more=NOT_THERE),
    "/verify": Entry(),
    "/verify/{code}": Entry(more=NOT_THERE),
    "/login/code": Entry(),
    "/login/enrolment": Entry(),
    "/login/identity/code": Entry(),
    **{f"/{desk}/notices": Entry() for desk in _DESKS},
    **{f"/{desk}/notices/reading": Entry() for desk in _DESKS},
    **{f"/{desk}/notices/{{id}}/reading": Entry("notice") for desk in _DESKS},
    **{f"/{desk}/jobs": Entry() for desk in ("employer", "authority")},
    **{
        f"/{desk}/jobs/{{id}}{part}": Entry("job")
        for desk in ("employer", "authority")
        for part in ("", "/result", "/cancellation")
    },
    "/password/{token}": Entry(more=NOT_THERE),
    "/account": Entry(kinds=_SIGNED_IN),
    "/account/password": Entry(kinds=_SIGNED_IN),
    "/account/sessions": Entry(kinds=_SIGNED_IN, acts=True),
    "/account/sessions/{id}": Entry("session", kinds=_SIGNED_IN),
    "/account/totp": Entry(kinds=OFFICES, acts=True),
    "/account/totp/confirmation": Entry(kinds=OFFICES),
    "/account/totp/removal": Entry(kinds=OFFICES),
    "/positions/{id}": Entry("published"),
    "/employer/": Entry(),
    "/employer/base": Entry(),
    "/employer/base/versions/{round}": Entry(more=NOT_THERE),
    **{f"/employer/base/files/{{file}}{part}": Entry("own_attachment") for part in _OF_A_FILE},
    "/employer/base/paper": Entry(more=NOT_THERE),
    "/employer/base/versions/{round}/paper": Entry(more=NOT_THERE),
    "/employer/positions": Entry(),
    "/employer/positions/new": Entry(),
    "/employer/positions/{id}": Entry("position"),
    "/employer/positions/{id}/edit": Entry("position"),
    "/employer/base/amendment": Entry(more=NOT_THERE),
    "/employer/base/contacts": Entry(more=NOT_THERE),
    **{
        f"/employer/positions/{{id}}/{noun}": Entry("position")
        for noun in ("deletion", "copy", "withdrawal", "republication", "extension")
    },
    "/employer/applications": Entry(),
    "/employer/applications/{id}": Entry("received"),
    "/employer/applications/{id}/approval": Entry("received"),
    "/employer/applications/{id}/rejection": Entry("received"),
    "/employer/applications/{id}/cancellation": Entry("received"),
    "/employer/applications/{id}/identity": Entry("received", more=NOT_THERE),
    "/employer/applications/{id}/pictures/{side}": Entry("received", more=NOT_THERE),
    "/employer/applications/{id}/placement": Entry("received"),
    "/employer/placements/{id}/registration": Entry("placement"),
    "/employer/placements/{id}/allowance": Entry("placement"),
    "/employer/placements/{id}/agreement": Entry("placement"),
    "/employer/departures/{id}/certificate": Entry("departure"),
    "/employer/placements/{id}/departure": Entry("placement"),
    "/employer/placements": Entry(),
    "/employer/placements/export": Entry(),
    "/employer/placements/{id}": Entry("placement"),
    "/employer/placements/{id}/upload": Entry("placement"),
    "/employer/departures/{id}/upload": Entry("departure"),
    **{
        f"/{desk}/{nouns}/{{id}}/upload/files/{{file}}{part}": Entry(files)
        for desk in _DESKS
        for nouns, files in (("placements", "scanned"), ("departures", "stamped"))
        for part in _OF_A_FILE
    },
    "/employer/placements/{id}/retention": Entry("placement"),
    "/employer/retentions/{id}/registration": Entry("retention"),
    "/employer/retentions/{id}/revocation": Entry("retention"),
    **{
        f"/{desk}/retentions/{{id}}/files/{{file}}{part}": Entry("evidence")
        for desk in ("employer", "authority")
        for part in _OF_A_FILE
    },
    **{
        f"/employer/departures/{{id}}{noun}": Entry("departure")
        for noun in ("", "/consent", "/refusal", "/registration", "/cancellation")
    },
    "/applicant/": Entry(),
    "/applicant/intention": Entry(),
    "/applicant/intention/pictures/{side}": Entry(more=NOT_THERE),
    "/applicant/positions": Entry(),
    "/applicant/positions/{id}": Entry("published"),
    "/applicant/applications": Entry("once_published", field="position"),
    "/applicant/applications/{id}": Entry("application"),
    "/applicant/applications/{id}/withdrawal": Entry("application"),
    "/applicant/applications/{id}/declination": Entry("application"),
    "/applicant/applications/{id}/switch": Entry("application", more=NOT_THERE),
    "/applicant/placements/{id}/agreement": Entry("placement"),
    "/applicant/departures/{id}/certificate": Entry("departure"),
    "/applicant/placements/{id}/departure": Entry("placement"),
    "/applicant/departures/{id}/recall": Entry("departure"),
    "/applicant/departures/{id}/appeal": Entry("departure"),
    "/authority/": Entry(),
    "/authority/bases": Entry(),
    "/authority/bases/{id}": Entry("base"),
    "/authority/bases/{id}/versions/{round}": Entry("base"),
    "/authority/bases/export": Entry(),
    "/authority/bases/{id}/files": Entry("base"),
    "/authority/bases/{id}/versions/{round}/files": Entry("base"),
    **{f"/authority/bases/{{id}}/files/{{file}}{part}": Entry("attachment") for part in _OF_A_FILE},
    "/authority/bases/{id}/paper": Entry("base"),
    "/authority/bases/{id}/versions/{round}/paper": Entry("base"),
    **{
        f"/authority/bases/{{id}}/{noun}": Entry("base")
        for noun in ("approval", "rejection", "reopening", "suspension", "resumption", "revocation")
    },
    "/authority/bases/approval": Entry("base", field="id"),
    "/authority/bases/rejection": Entry("base", field="id"),
    "/authority/positions": Entry(kinds=_POSITIONS),
    "/authority/positions/{id}": Entry("position"),
    **{
        f"/authority/positions/{{id}}/{noun}": Entry("position")
        for noun in ("approval", "rejection", "publication", "reopening", "withdrawal")
    },
    **{
        f"/authority/positions/{noun}": Entry("position", field="id")
        for noun in ("approval", "rejection", "publication", "withdrawal")
    },
    "/authority/applications": Entry(kinds=_POSITIONS),
    "/authority/applications/{id}": Entry("accepted"),
    "/authority/applications/{id}/cancellation": Entry("accepted"),
    "/authority/placements": Entry(kinds=_POSITIONS),
    "/authority/placements/export": Entry(kinds=_POSITIONS),
    "/authority/placements/approval": Entry("placement", field="id", kinds=_POSITIONS),
    "/authority/placements/rejection": Entry("placement", field="id", kinds=_POSITIONS),
    **{
        f"/authority/placements/{{id}}{noun}": Entry("placement")
        for noun in ("", "/approval", "/rejection", "/reopening", "/agreement")
    },
    "/authority/placements/{id}/agreement/pages/{page}": Entry("at_review", more=NOT_THERE),
    "/authority/placements/{id}/number": Entry("at_review", kinds=_POSITIONS, acts=True),
    "/authority/placements/{id}/pictures": Entry("at_review", more=NOT_THERE),
    "/authority/placements/{id}/pictures/{side}": Entry("at_review", more=NOT_THERE),
    "/authority/departures": Entry(kinds=_POSITIONS),
    "/authority/departures/export": Entry(kinds=_POSITIONS),
    "/authority/departures/approval": Entry("departure", field="id", kinds=_POSITIONS),
    "/authority/departures/rejection": Entry("departure", field="id", kinds=_POSITIONS),
    **{
        f"/authority/departures/{{id}}{noun}": Entry("departure")
        for noun in ("", "/approval", "/rejection", "/reopening", "/certificate", "/certificate/pages/{page}")
    },
    **{f"/authority/statistics{part}": Entry() for part in ("", "/breakdown", "/export")},
    "/authority/accounts": Entry(),
    "/authority/accounts/{id}/reset": Entry("account"),
    "/authority/accounts/graduates/{token}": Entry(more=NOT_THERE),
    "/authority/addresses": Entry(),
    "/authority/addresses/{id}/removal": Entry("network"),
    "/authority/identity-cases": Entry(kinds=_POSITIONS),
    **{
        f"/authority/identity-cases/{{id}}{noun}": Entry("case")
        for noun in ("", "/merger", "/handover", "/dismissal", "/reopening")
    },
    "/authority/bases/filing": Entry("base", field="id", kinds=CITIES),
    "/authority/filings": Entry(kinds=CITIES | PROVINCE),
    "/authority/filings/{id}": Entry("filing", kinds=CITIES | PROVINCE),
    "/authority/filings/{id}/workbook": Entry("filing", kinds=CITIES | PROVINCE),
    "/authority/filings/{id}/submission": Entry("filing", kinds=CITIES),
    "/authority/filings/{id}/receipt": Entry("filing", kinds=PROVINCE),
    "/authority/filings/{id}/return": Entry("filing", kinds=PROVINCE),
    **parameters.ENTRIES,
    **office_rosters.ENTRIES,
    **rosters.ENTRIES,
    "/authority/register": Entry(kinds=_REGISTER),
    "/authority/register/import": Entry(kinds=_REGISTER),
    "/authority/register/template": Entry(kinds=_REGISTER),
    "/authority/register/{id}": Entry("graduate", kinds=_REGISTER),
}
