"""What holds of 附件, 身份证件信息 and 文书 as they are stored; whether a file's object is there is the store's to say."""

from jianxi.domain.base_parts import FILE_KINDS, MOST_FILES
from jianxi.domain.identity_cases import RELEASED
from jianxi.domain.identity_pictures import Side
from jianxi.queries.invariants_rule import Invariant, each, within

_OF_SUBMISSION = "SELECT {} FROM base_file f WHERE f.base = r.base AND f.round = r.round"
_FIRST_WITH_FILES = (
    "SELECT min(v.id) FROM base_version v JOIN base_file f ON f.base = v.base AND f.round = v.round"
)
"""Submissions of before there were files have none: they have lower numbers than the first that has some."""

PAPERS = (
    each(
        "base-version-paper",
        "base_version",
        "没有文书，无法核验",
        "NOT EXISTS (SELECT 1 FROM paper p WHERE p.kind = 'base' AND p.record = r.base AND p.version = r.round)",
    ),
    each(
        "paper-version",
        "paper",
        "没有与之对应的提交",
        "r.kind = 'base' AND NOT EXISTS (SELECT 1 FROM base_version v WHERE v.base = r.record "
        "AND v.round = r.version)",
    ),
)

FILES = (
    each(
        "base-version-files",
        "base_version",
        f"附件不全，或超过{MOST_FILES}个",
        f"({_OF_SUBMISSION.format('count(*)')}) > {MOST_FILES} OR (r.id >= ({_FIRST_WITH_FILES}) "
        f"AND ({_OF_SUBMISSION.format('count(DISTINCT f.kind)')}) <> {len(FILE_KINDS)})",
    ),
    each(
        "base-draft-files",
        "base",
        f"草稿的附件超过{MOST_FILES}个",
        f"(SELECT count(*) FROM base_file f WHERE f.base = r.id AND f.round = 0) > {MOST_FILES}",
    ),
    each(
        "base-file-round",
        "base_file",
        "属于尚未有过的提交",
        "r.round > b.round",
        "JOIN base b ON b.id = r.base",
    ),
    Invariant(
        "person-identity-pictures",
        "person",
        "身份证照片只有一面",
        f"SELECT i.person AS id FROM identity_picture i WHERE {within('i.person')} "
        f"GROUP BY i.person HAVING count(*) <> {len(Side)}",
    ),
    each(
        "person-released-pictures",
        "person",
        "身份证号已更正为登记本人，却仍有身份证照片",
        f"r.id_index LIKE '{RELEASED}%' AND EXISTS (SELECT 1 FROM identity_picture i WHERE i.person = r.id)",
    ),
    each(
        "stored-file-kept-for",
        "stored_file",
        "已属于某条记录，却仍为尚未提交的表单留存",
        "r.kept_for IS NOT NULL AND (EXISTS (SELECT 1 FROM base_file f WHERE f.file = r.id) "
        "OR EXISTS (SELECT 1 FROM identity_picture i WHERE i.file = r.id))",
    ),
)

OF_FILES: tuple[Invariant, ...] = (*PAPERS, *FILES)
