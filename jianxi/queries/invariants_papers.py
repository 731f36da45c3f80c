"""What holds of 就业见习协议书 and 解除就业见习协议证明 as they are stored: each version in force can be printed and verified."""

from collections.abc import Mapping
from typing import Any

from jianxi.crypto.sealing import Unreadable
from jianxi.domain import agreements, certificates
from jianxi.domain.paper_contents import NotAContent
from jianxi.queries import paper_contents
from jianxi.queries.invariants_rule import Invariant, each, within

_ISSUED = "EXISTS (SELECT 1 FROM paper p WHERE p.kind = '{}' AND p.record = r.id AND p.version = r.{})"
_STRAY = "(r.kind = '{}' AND NOT EXISTS (SELECT 1 FROM {} t WHERE t.id = r.record AND r.version <= t.{}))"
_READ = "id, kind, version, number, code, digest, issued_at, content, file"


def _is_not_as_issued(row: Mapping[str, Any]) -> bool:
    if row["content"] is None:
        return True
    try:
        content = paper_contents.opened(row).content
    except (Unreadable, paper_contents.Altered, NotAContent):
        return True
    return (content.number, content.version) != (row["number"], row["version"])


OF_PAPERS: tuple[Invariant, ...] = (
    each(
        "placement-agreement",
        "placement",
        "现行版本的协议书没有文书，无法下载和核验",
        f"NOT {_ISSUED.format(agreements.KIND, 'agreement')}",
    ),
    each(
        "departure-certificate",
        "departure",
        "现行版本的解除协议证明没有文书，无法下载和核验",
        f"r.certificate > 0 AND NOT {_ISSUED.format(certificates.KIND, 'certificate')}",
    ),
    each(
        "paper-of-traineeship",
        "paper",
        "没有与之对应的上岗或离岗登记，或者比现行版本更新",
        f"{_STRAY.format(agreements.KIND, 'placement', 'agreement')} "
        f"OR {_STRAY.format(certificates.KIND, 'departure', 'certificate')}",
    ),
    Invariant(
        "paper-content",
        "paper",
        "保存的内容无法读取，或者与摘要、编号、版本不符",
        f"SELECT {_READ} FROM paper WHERE {within('id')} "
        f"AND kind IN ('{agreements.KIND}', '{certificates.KIND}')",
        _is_not_as_issued,
    ),
)
