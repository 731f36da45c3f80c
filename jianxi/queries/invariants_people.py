"""What holds of who signs in and of people: nothing hangs in the air, and every sealed value can be opened."""

from collections.abc import Mapping
from typing import Any

from jianxi.crypto import sealing
from jianxi.crypto.sealing import Unreadable
from jianxi.domain.identity_cases import RELEASED
from jianxi.domain.regions import Level
from jianxi.queries.invariants_rule import Invariant, each, within

_OWNED = """
(r.kind = 'employer' AND NOT EXISTS (SELECT 1 FROM employer e WHERE e.account = r.id))
OR (r.kind = 'graduate' AND NOT EXISTS (SELECT 1 FROM person p WHERE p.account = r.id))
OR (r.kind = 'official' AND NOT EXISTS (SELECT 1 FROM official o WHERE o.account = r.id))
"""
_UNPLACED = "NOT EXISTS (SELECT 1 FROM region g WHERE g.code = {column}{level})"

OF_ACCOUNTS = (
    each("account-owned", "account", "不属于任何单位、个人或工作人员", _OWNED),
    each(
        "session-owned",
        "session",
        "不属于任何账号或个人",
        "(r.account IS NULL AND r.person IS NULL AND r.claim IS NULL) OR (r.person IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = r.person "
        "AND (r.account IS NULL OR p.account = r.account)))",
    ),
    each(
        "employer-county",
        "employer",
        "注册地不在行政区划之中",
        _UNPLACED.format(column="r.county", level=f" AND g.level <> '{Level.PROVINCE}'"),
    ),
    each(
        "official-region",
        "official",
        "所在地区不在行政区划之中",
        _UNPLACED.format(column="r.region", level=""),
    ),
    each(
        "person-kind",
        "person",
        "毕业生没有毕业年份，或社会青年有毕业年份",
        "(r.kind = 'graduate') <> (r.cohort IS NOT NULL)",
    ),
    each(
        "person-register",
        "person",
        "毕业年份与生源信息不一致",
        "g.cohort <> r.cohort",
        "JOIN graduate g ON g.id = r.graduate",
    ),
)


_LEFT = (
    "EXISTS (SELECT 1 FROM placement t JOIN departure d ON d.placement = t.id "
    "WHERE t.application = a.id AND d.state = 'approved')"
)

OF_IDENTITIES = (
    each(
        "person-released",
        "person",
        "身份证号已更正为登记本人，却仍有有效的报名、登录状态或可用的账号",
        f"r.id_index LIKE '{RELEASED}%' AND (EXISTS (SELECT 1 FROM session s WHERE s.person = r.id) "
        "OR EXISTS (SELECT 1 FROM account c WHERE c.id = r.account AND NOT c.disabled) OR EXISTS "
        f"(SELECT 1 FROM application a WHERE a.person = r.id AND a.state IN ('waiting', 'accepted') AND NOT {_LEFT}))",
    ),
    each(
        "identity-case-holder",
        "identity_case",
        "等待核实，原登录人却已不持有该身份证号；或已更正为登记本人，原登录人却仍持有",
        f"(r.state = 'pending' AND p.id_index LIKE '{RELEASED}%') "
        f"OR (r.state = 'handed_over' AND p.id_index <> '{RELEASED}' || r.id)",
        "JOIN person p ON p.id = r.person",
    ),
)


def _sealed(table: str, purposes: Mapping[str, str]) -> Invariant:
    """`purposes` by column."""

    def broken(row: Mapping[str, Any]) -> bool:
        return not all(_opens(row[column], purpose) for column, purpose in purposes.items())

    columns = ", ".join(("id", *purposes))
    query = f"SELECT {columns} FROM {table} WHERE {within('id')}"
    return Invariant(
        f"{table.replace('_', '-')}-sealed", table, "加密的内容用现有密钥无法读出", query, broken
    )


def _opens(data: bytes | None, purpose: str) -> bool:
    try:
        return data is None or sealing.unseal(data, purpose) is not None
    except Unreadable:
        return False


def _is_indexed_otherwise(row: Mapping[str, Any]) -> bool:
    """Whether the number is found under another index than its own. What cannot be opened is told by another rule."""
    if not _opens(row["id_number"], "person.id"):
        return False
    number = sealing.unseal(row["id_number"], "person.id")
    return not row["id_index"].startswith(RELEASED) and row["id_index"] not in sealing.indexes(number)


def _indexed(table: str) -> Invariant:
    query = f"SELECT id, id_index, id_number FROM {table} WHERE {within('id')}"
    return Invariant(f"{table}-indexed", table, "身份证号与其索引不一致", query, _is_indexed_otherwise)


_PERSON = {name: f"person.{name}" for name in ("household", "address", "mail", "phone")} | {
    "id_number": "person.id"
}

OF_SECRETS = (
    _sealed("person", _PERSON),
    _sealed("graduate", _PERSON),
    _sealed("employer", {"phone": "employer.phone"}),
    _sealed("base", {"draft": "base.form", "contacts": "base.form"}),
    _sealed("base_version", {"content": "base.form"}),
    _sealed("filed_base", {"content": "filed_base.content"}),
    _sealed("session", {"claim": "session.claim"}),
    _sealed("stored_file", {"name": "file.name"}),
    _indexed("person"),
    _indexed("graduate"),
)

OF_PEOPLE: tuple[Invariant, ...] = (*OF_ACCOUNTS, *OF_IDENTITIES, *OF_SECRETS)
