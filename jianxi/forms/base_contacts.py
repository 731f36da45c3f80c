"""联系方式和账户 of a 见习基地: the seven fields that change at once, without a review."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace

from jianxi.forms.base_drafts import Draft, text_of
from jianxi.forms.reading import Form, labels
from jianxi.forms.types import AccountNumber, Line, Mail, Mobile, PersonName, Telephone, field, optional

Row = Mapping[str, str]


class ContactsForm(Form):
    """As they stand in 见习基地申请, too."""

    contact: PersonName = field("联系人")
    phone: Mobile = field("联系手机")
    office_phone: Telephone | None = optional("办公电话")
    mail: Mail | None = optional("电子邮箱")
    account_name: Line | None = optional("开户名称")
    bank: Line | None = optional("开户银行")
    account_number: AccountNumber | None = optional("银行账号")


CONTACTS = tuple(ContactsForm.model_fields)


def settled(form: ContactsForm) -> Row:
    """In their one spelling."""
    return {name: text_of(getattr(form, name)) for name in CONTACTS}


def contacts_in(draft: Draft) -> dict[str, str]:
    return {name: draft.values[name] for name in CONTACTS}


def changed(known: Draft, wanted: Row) -> list[str]:
    """The names of those that differ."""
    return [name for name in CONTACTS if known.values[name] != wanted[name]]


def with_contacts(draft: Draft, contacts: Row) -> Draft:
    """The same form with these in the place of its own."""
    return replace(draft, values={**draft.values, **{name: contacts[name] for name in CONTACTS}})


def named(names: Collection[str]) -> str:
    """联系手机、开户银行."""
    known = labels(ContactsForm)
    return "、".join(known[name] for name in CONTACTS if name in names)


def to_text(contacts: Row) -> str:
    """To be sealed."""
    return json.dumps({name: contacts[name] for name in CONTACTS}, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Row:
    kept = json.loads(text)
    return {name: kept.get(name, "") for name in CONTACTS}
