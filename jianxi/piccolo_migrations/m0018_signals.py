"""提示: marks by which the same phone and the same bank account are found, filled in for what there is."""

import json

from piccolo.querystring import QueryString

from jianxi.crypto import marks
from jianxi.crypto.sealing import Unreadable, unseal
from jianxi.piccolo_migrations.building import index, run
from jianxi.tables.engine import current

IN_FORCE = """SELECT b.id, b.contacts, v.content FROM base b JOIN base_version v ON v.base = b.id
AND v.round = CASE b.approved_round WHEN 0 THEN b.round ELSE b.approved_round END"""


async def forwards() -> None:
    await run("ALTER TABLE person ADD COLUMN phone_mark VARCHAR(64)")
    await run("ALTER TABLE base ADD COLUMN account_mark VARCHAR(64)")
    await fill()
    await index("person_by_phone", "person (phone_mark)")
    await index("person_by_birth", "person (born, name)")
    await index("base_by_account", "base (account_mark)")


async def fill() -> None:
    """The marks of what is sealed already."""
    for row in await current().run("SELECT id, phone FROM person WHERE phone IS NOT NULL"):
        mark = marks.of_phone(_unsealed(row["phone"], "person.phone"))
        await _mark("person", "phone_mark", row["id"], mark)
    for row in await current().run(IN_FORCE):
        mark = marks.of_account(_account(row["contacts"], row["content"]))
        await _mark("base", "account_mark", row["id"], mark)


def _account(contacts: bytes | None, content: bytes) -> str:
    """As changed since the version in force was submitted, else as that version has it."""
    if contacts:
        kept = json.loads(_unsealed(contacts, "base.form") or "{}")
    else:
        kept = json.loads(_unsealed(content, "base.form") or "{}").get("values", {})
    return str(kept.get("account_number") or "")


def _unsealed(data: bytes, purpose: str) -> str:
    """What no key of this installation opens stays as it is, and is compared with nothing."""
    try:
        return unseal(data, purpose)
    except Unreadable:
        return ""


async def _mark(table: str, column: str, id: int, mark: str | None) -> None:
    await current().run_querystring(
        QueryString(f"UPDATE {table} SET {column} = {{}} WHERE id = {{}}", mark, id)
    )
