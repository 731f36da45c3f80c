"""How an address is asked for by a browser that has no business there, and what is left to compare of the answer."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from tests.addresses import Address
from tests.authorization.browser import Browser, Reply
from tests.authorization.entry import Entry
from tests.hostile.visiting import Fields

VARIES = re.compile(r'name="csrf" value="[^"]*"|"X-CSRF-Token": ?"[^"]*"|&#34;X-CSRF-Token&#34;: ?&#34;[^&]*')
HERE = re.compile('id="here" name="back" value="[^"]*"')
FORBIDDEN_TO_FORMS = ("PUT", "PATCH", "DELETE")
NOTICE = "jianxi-notice"
NEVER_SHOWN = "999999"
"""The version that no record has: whoever may act on a record learns that it has changed, and nothing is written."""


@dataclass(frozen=True, slots=True)
class Way:
    """Of asking: the method, and whether a script asks for a piece of the page."""

    method: str
    script: bool

    def __str__(self) -> str:
        return f"{self.method}{' by script' if self.script else ''}"


WAYS = (
    *(Way(method, script) for method in ("GET", "POST") for script in (False, True)),
    *(Way(method, False) for method in FORBIDDEN_TO_FORMS),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """With the number asked for and the tokens taken out: equal answers tell nothing about the record."""

    status: int
    location: str
    body: str
    whole: str

    def anywhere(self) -> "Answer":
        """Without the address of the page, to which the links of every page lead back."""
        return replace(self, body=HERE.sub("", self.body))

    def tells_the_same_as(self, other: "Answer") -> bool:
        mine, theirs = (self.status, self.location, self.body), (other.status, other.location, other.body)
        return mine == theirs


GIVEN = {
    "round": "1",
    "side": "front",
    "token": "nobodys",
    "page": "1",
    "key": "subsidy_rate",
    "county": "370102",
}
"""What the other parts of addresses are, whatever is asked for."""


def _path(address: Address, number: int, of: int) -> str:
    """The address of a file, or of a line, tells its record first."""
    last = next((name for name in ("file", "placement") if f"{{{name}}}" in address.path), "id")
    parts = {**GIVEN, "id": str(of), last: str(number)}
    return re.sub(r"\{(\w+)[^}]*\}", lambda part: parts.get(part[1], part[0]), address.path)


async def ask(browser: Browser, address: Address, entry: Entry, number: int, way: Way, of: int = 0) -> Answer:
    """`of`: the record that the one asked for belongs to."""
    path, query, body = _path(address, number, of), "", b""
    # What the answer before left to be told belongs to that one.
    browser.cookies.pop(NOTICE, None)
    if way.method == "POST":
        body = urlencode({"csrf": [browser.token], **_fields(entry, number)}, doseq=True).encode()
    elif entry.field:
        query = f"{entry.field}={number}"
    return _told(await browser.request(way.method, path, query, body, script=way.script), number, of)


def _fields(entry: Entry, number: int) -> Fields:
    """All that any decision form has, with a version that was never shown."""
    fields = {
        "v": [NEVER_SHOWN],
        "reason": ["无"],
        f"confirm-{number}": ["yes"],
        f"reason-{number}": ["other"],
        f"note-{number}": ["无"],
    }
    if entry.field:
        fields |= {entry.field: [f"{number}:{NEVER_SHOWN}" if entry.field == "id" else str(number)]}
        fields |= {"confirm": ["yes"]}
    return fields


def _told(answer: Reply, number: int, of: int) -> Answer:
    where = answer.headers.get("location", "") or answer.headers.get("hx-redirect", "")
    plain, whole = VARIES.sub("", answer.text), f"{where} {answer.text}"
    for named in {str(number), str(of)} - {"0"}:
        where, plain = where.replace(named, "ID"), plain.replace(named, "ID")
    return Answer(answer.status, where, plain, whole)
