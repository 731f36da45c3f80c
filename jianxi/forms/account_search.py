"""「账号管理」: by what an office looks for accounts: units by words in the address, a graduate by name and number."""

from jianxi.domain import credit_code
from jianxi.domain.texts import Malformed
from jianxi.forms.addresses import words
from jianxi.forms.reading import Form, Raw
from jianxi.forms.register_filters import full_number
from jianxi.forms.types import CitizenIdNumber, PersonName, field


class GraduateSearch(Form):
    """A graduate stands before the desk with an identity card."""

    name: PersonName = field("姓名")
    id_number: CitizenIdNumber = field("身份证号")


def read_words(raw: Raw) -> str | None:
    """What units are looked for by; None for an ID number, which belongs in no address."""
    number = full_number(raw, "q")
    if not number:
        return words(raw)
    try:
        return credit_code.parse(number)
    except Malformed:
        return None
