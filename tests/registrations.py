"""录用上岗登记 as typed: for somebody of the cast who was accepted, on NOW, 2026-11-20."""

from datetime import date
from typing import Final

from jianxi.forms.reading import read
from jianxi.forms.registrations import RegistrationForm

TYPED: Final[dict[str, list[str]]] = {
    "starts_on": ["2026-12-01"],
    "ends_on": ["2027-05-31"],
    "allowance": ["2,600"],
    "insurance-0-kind": ["accident"],
    "insurance-0-company": ["平安保险"],
    "insurance-0-policy_number": ["PA20260001"],
    "insurance-0-first_day": ["2026-12-01"],
    "insurance-0-last_day": ["2027-05-31"],
    "mentor": ["周强"],
}
"""Six months with all that a registration needs, and nothing to warn of."""
TODAY = date(2026, 11, 20)


def form(**changed: str | list[str]) -> RegistrationForm:
    """`TYPED` with some fields changed; "insurance_0_company" is the field of a row."""
    fields = {
        name.replace("_", "-", 2) if name.startswith("insurance_") else name: value
        for name, value in changed.items()
    }
    given = {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    return read(RegistrationForm, {**TYPED, **given}, TODAY)
