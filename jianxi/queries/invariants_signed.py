"""What holds of 上传协议书 and 上传证明图片 as they are stored: each sending is one set of pages in an order. That there are
as many sendings as counted is said with their records."""

from jianxi.domain.signed_pages import MOST_FILES, READ, UNREAD
from jianxi.queries.invariants_rule import Invariant, each

_NEWEST = "SELECT {} FROM agreement_file f WHERE f.placement = r.id AND f.round = r.uploads"


def _pages(table: str, record: str, version: str) -> tuple[Invariant, ...]:
    name = table.replace("_", "-")
    own = f"FROM {table} o WHERE o.{record} = r.{record} AND o.round = r.round"
    return (
        each(
            f"{name}-set",
            table,
            f"同一次上传的文件属于不同的版本，或超过{MOST_FILES}个",
            f"(SELECT count(*) {own}) > {MOST_FILES} "
            f"OR EXISTS (SELECT 1 {own} AND o.{version} <> r.{version})",
        ),
        each(
            f"{name}-order",
            table,
            "同一次上传的文件顺序重复，或送审的顺序不连续",
            f"EXISTS (SELECT 1 {own} AND o.place = r.place AND o.id <> r.id) "
            f"OR (r.round > 0 AND r.place > (SELECT count(*) {own}))",
        ),
        each(
            f"{name}-reading",
            table,
            "二维码的核对结果不是系统所知的",
            f"r.reading NOT IN ('{READ}', '{UNREAD}')",
        ),
    )


OF_SIGNED: tuple[Invariant, ...] = (
    *_pages("agreement_file", "placement", "agreement"),
    *_pages("certificate_file", "departure", "certificate"),
    each(
        "agreement-file-version",
        "agreement_file",
        "属于尚未有过的协议版本，或没有随旧版协议作废",
        "r.agreement > p.agreement OR (r.round = 0 AND r.agreement <> p.agreement "
        "AND p.state IN ('unsigned', 'rejected'))",
        "JOIN placement p ON p.id = r.placement",
    ),
    each(
        "placement-sent-version",
        "placement",
        "送审或审核的协议不是现行版本",
        "r.state IN ('waiting', 'approved', 'rejected') AND r.uploads > 0 "
        f"AND r.agreement <> ({_NEWEST.format('max(f.agreement)')})",
    ),
)
