"""Every form of the site: who fills it in, where it goes, and a way to fill it in rightly as often as one likes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count

from tests.hostile import forms_of_accounts as accounts
from tests.hostile import forms_of_bases as of_bases
from tests.hostile import forms_of_cases as of_cases
from tests.hostile import forms_of_departures as departures
from tests.hostile import forms_of_desks as desks
from tests.hostile import forms_of_endings as endings
from tests.hostile import forms_of_entry as entry
from tests.hostile import forms_of_filings as of_filings
from tests.hostile import forms_of_jobs as of_jobs
from tests.hostile import forms_of_leaving as of_leaving
from tests.hostile import forms_of_notices as notices
from tests.hostile import forms_of_office_rosters as office_rosters
from tests.hostile import forms_of_parameters as of_parameters
from tests.hostile import forms_of_placements as of_placements
from tests.hostile import forms_of_positions as of_positions
from tests.hostile import forms_of_registrations as of_registrations
from tests.hostile import forms_of_retentions as retentions
from tests.hostile import forms_of_rosters as of_rosters
from tests.hostile import forms_of_signed as signed
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
"""The address and fields that would be taken."""
numbers = count(1)


@dataclass(frozen=True, slots=True)
class Form:
    """`names` are the fields to abuse; ID stands for the record's number in names and in the route's path."""

    route: str
    """The name of the route, and after a space what the button does."""
    who: str
    fill: Callable[[Town, int], Awaitable[Filled]]
    names: tuple[str, ...]
    answer: int = 303
    """What a form without faults gets."""


def _named(fields: Fields, *more: str) -> tuple[str, ...]:
    return (*fields, *more)


FORMS = (
    Form("register_employer", "anybody", entry.employer, _named(entry.EMPLOYER)),
    Form("register_graduate", "anybody", entry.graduate, _named(entry.GRADUATE)),
    Form("login_identity", "anybody", entry.identity, ("name", "id_number", "next")),
    Form("preferences", "anybody", entry.look, ("size", "contrast", "back")),
    Form("demo_sign_in", "anybody", entry.demo, ("role",), 404),
    Form(
        "employer:base_act save", "unit", of_bases.base_draft, _named(desks.BASE, "v", "act", "needs-1-year")
    ),
    Form("employer:base_act submit", "unit", of_bases.base_check, _named(desks.BASE, "v"), 200),
    Form("employer:base_act confirm", "unit", of_bases.base_confirm, _named(desks.BASE, "v", "files")),
    Form("employer:base_act part", "unit", of_bases.base_part, ("introduction", "v", "act"), 200),
    Form("employer:position_new", "unit", desks.position_new, _named(desks.POSITION)),
    Form("employer:position_edit", "unit", desks.position_edit, _named(desks.POSITION, "v")),
    Form("employer:position_deletion", "unit", desks.position_deletion, ("v", "back")),
    Form("employer:application_approval", "unit", desks.acceptance, ("v", "back")),
    Form("employer:application_rejection", "unit", desks.application_rejection, desks.REJECTION),
    Form("employer:placement_departure", "unit", departures.record, departures.REGISTRATION),
    Form("employer:departure_registration", "unit", departures.registration, departures.REGISTRATION),
    Form("employer:departure_cancellation", "unit", departures.cancellation, departures.STEP),
    Form("employer:departure_consent", "unit", departures.consent, departures.CONSENT),
    Form("employer:departure_refusal", "unit", departures.refusal, departures.REASONED),
    Form("employer:placement_retention", "unit", retentions.record, retentions.RECORD),
    Form("employer:retention_registration", "unit", retentions.edit, retentions.EDIT),
    Form("employer:placement_upload_act", "unit", signed.agreement, signed.SENDING),
    Form("employer:departure_upload_act", "unit", signed.turning, ("v", "act")),
    Form("employer:retention_revocation", "unit", retentions.revocation, retentions.STEP),
    Form("applicant:intention", "youth", desks.intention, _named(desks.INTENTION, "v", *desks.KEPT)),
    Form("applicant:applications", "youth", desks.applying, ("position", "back")),
    Form("applicant:application_withdrawal", "youth", desks.withdrawal, ("v", "back")),
    Form("applicant:application_switch", "youth", endings.switch, endings.SWITCH),
    Form("applicant:application_declination", "youth", endings.declination, endings.STEP),
    Form("employer:application_cancellation", "unit", endings.cancellation, endings.STEP),
    Form(
        "employer:application_placement",
        "unit",
        of_registrations.registration,
        of_registrations.REGISTRATION,
    ),
    Form(
        "employer:placement_registration",
        "unit",
        of_registrations.amendment,
        (*of_registrations.REGISTRATION, "v"),
    ),
    Form("employer:placement_allowance", "unit", of_registrations.raising, tuple(of_registrations.RAISE)),
    Form("authority:application_cancellation", "county", endings.office_cancellation, endings.STEP),
    Form("applicant:placement_departure", "youth", of_leaving.request, of_leaving.REQUEST),
    Form("applicant:departure_recall", "youth", of_leaving.recall, of_leaving.STEP),
    Form("applicant:departure_appeal", "youth", of_leaving.appeal, of_leaving.STEP),
    Form("authority:placement_approval", "county", of_placements.approval, of_placements.DECISION),
    Form("authority:placement_rejection", "county", of_placements.rejection, of_placements.REASONED),
    Form("authority:placement_reopening", "county", of_placements.reopening, of_placements.STEP),
    Form("authority:placement_number", "county", of_placements.number, (), 200),
    Form("authority:placements_approval", "county", of_placements.approvals, of_placements.MANY, 200),
    Form("authority:placements_rejection", "county", of_placements.rejections, of_placements.REASONS, 200),
    Form("authority:roster_acceptance", "county", office_rosters.acceptance, office_rosters.STEP),
    Form("authority:roster_return", "county", office_rosters.sending_back, office_rosters.RETURN),
    Form("authority:roster_correction", "county", office_rosters.correction, office_rosters.REASONED),
    Form("authority:roster_withdrawal", "county", office_rosters.withdrawal, office_rosters.STEP),
    Form("authority:roster_question", "county", office_rosters.question, office_rosters.QUESTION),
    Form("authority:departure_approval", "county", of_leaving.approval, of_leaving.APPROVAL),
    Form("authority:departure_rejection", "county", of_leaving.rejection, (*desks.REJECTION, "then")),
    Form("authority:departure_reopening", "county", of_leaving.reopening, of_leaving.STEP),
    Form("authority:departures_approval", "county", of_leaving.approvals, of_leaving.MANY, 200),
    Form("authority:departures_rejection", "county", of_leaving.rejections, of_leaving.REASONS, 200),
    Form("authority:base_approval county", "county", desks.base_approval, ("v", "back", "level-ID")),
    Form("authority:base_approval city", "city", desks.base_city_approval, ("v", "back", "level-ID")),
    Form("authority:base_rejection", "county", desks.base_rejection, desks.REJECTION),
    Form("employer:base_amendment save", "unit", of_bases.amendment_draft, _named(desks.BASE, "v", "act")),
    Form("employer:base_amendment submit", "unit", of_bases.amendment_check, _named(desks.BASE, "v"), 200),
    Form(
        "employer:base_amendment confirm",
        "unit",
        of_bases.amendment_confirm,
        _named(desks.BASE, "v", "files"),
    ),
    Form("employer:base_contacts", "unit", of_bases.contacts, (*of_bases.CONTACTS, "v")),
    Form("authority:base_reopening", "city", of_bases.reopening, of_bases.UNDOING),
    Form("authority:base_suspension", "city", of_bases.suspension, of_bases.STEP),
    Form("authority:base_resumption", "city", of_bases.resumption, of_bases.STEP),
    Form("authority:base_revocation", "city", of_bases.revocation, of_bases.STEP),
    Form("authority:bases_approval", "county", of_bases.approvals, of_bases.MANY, 200),
    Form("authority:bases_rejection", "county", of_bases.rejections, of_bases.REASONS, 200),
    Form("authority:position_approval", "county", desks.position_approval, ("v", "back", "then")),
    Form("authority:position_rejection", "county", desks.position_rejection, (*desks.REJECTION, "then")),
    Form("authority:position_publication", "city", desks.publication, ("v", "back", "then")),
    Form("authority:positions_approval", "county", of_positions.approvals, of_positions.MANY, 200),
    Form("authority:positions_rejection", "county", of_positions.rejections, of_positions.REASONS, 200),
    Form("authority:positions_publication", "city", of_positions.publications, of_positions.MANY, 200),
    Form("authority:positions_withdrawal", "city", of_positions.withdrawals, of_positions.MANY, 200),
    Form("authority:position_reopening", "county", of_positions.reopening, of_positions.STEP),
    Form("authority:position_withdrawal", "city", of_positions.office_withdrawal, of_positions.STEP),
    Form("employer:position_copy", "unit", of_positions.copy, _named(desks.POSITION)),
    Form("employer:position_withdrawal", "unit", of_positions.own_withdrawal, of_positions.STEP),
    Form("employer:position_republication", "unit", of_positions.republication, of_positions.STEP),
    Form("employer:position_extension", "unit", of_positions.extension, (*of_positions.STEP, "deadline")),
    Form("authority:register", "city", desks.look_up, ("id_number", "back")),
    Form("authority:addresses", "county", desks.network, ("network", "what", "until_on")),
    Form("authority:address_removal", "county", desks.network_removal, ("v", "back")),
    Form("authority:graduate", "city", desks.graduate, _named(desks.GRADUATE, "v", "back")),
    Form("account_sessions", "unit", accounts.others, ()),
    Form("account_session", "unit", accounts.other, ()),
    Form("account_totp", "county", accounts.enrolment, ()),
    Form("account_totp_confirmation", "county", accounts.confirmation, ("code",), 422),
    Form("authority:identity_case_merger", "county", of_cases.merger, of_cases.STEP),
    Form("authority:identity_case_handover", "county", of_cases.handover, of_cases.STEP),
    Form("authority:identity_case_dismissal", "county", of_cases.dismissal, of_cases.STEP),
    Form("authority:identity_case_reopening", "county", of_cases.reopening, of_cases.STEP),
    Form("authority:bases_filing", "city", of_filings.new, of_filings.MANY),
    Form("authority:filing_submission", "city", of_filings.again, of_filings.AGAIN),
    Form("authority:filing_receipt", "province", of_filings.receipt, of_filings.RECEIPT),
    Form("authority:filing_return", "province", of_filings.sending_back, of_filings.STEP),
    Form("authority:parameter", "city", of_parameters.share, of_parameters.VALUE),
    Form("authority:parameter choice", "province", of_parameters.switch, of_parameters.VALUE),
    Form("authority:wages_new", "city", of_parameters.wage, of_parameters.WAGE),
    Form("authority:wages_import", "city", of_parameters.workbook, ("rows", "v", "confirm")),
    Form("authority:accounts", "county", accounts.graduate, ("name", "id_number")),
    Form("authority:account_reset", "county", accounts.unit_reset, accounts.STEP, 200),
    Form("authority:graduate_reset", "county", accounts.graduate_reset, accounts.STEP, 200),
    *(Form(f"employer:{name}", "unit", fill, names) for name, fill, names in of_rosters.FORMS),
    Form("employer:job_cancellation", "unit", of_jobs.of_unit, of_jobs.NOTHING),
    Form("authority:job_cancellation", "county", of_jobs.of_county, of_jobs.NOTHING),
    *(
        Form(f"{desk}:notice_reading", who, fill, notices.ONE)
        for desk, who, fill in (
            ("employer", "unit", notices.of_unit),
            ("applicant", "youth", notices.of_youth),
            ("authority", "county", notices.of_county),
        )
    ),
    *(
        Form(f"{desk}:notices_reading", who, fill, notices.ALL)
        for desk, who, fill in (
            ("employer", "unit", notices.all_of_unit),
            ("applicant", "youth", notices.all_of_youth),
            ("authority", "county", notices.all_of_county),
        )
    ),
)
"""账号登录 and what else asks for a password have tests of their own: each try costs its hash and counts. So has the import,
which takes a file."""
ELSEWHERE = frozenset(
    {
        *("login", "login_code", "login_identity_code", "login_enrolment", "logout", "password_reset"),
        *("account_password", "account_totp_removal", "authority:register_import"),
    }
)
