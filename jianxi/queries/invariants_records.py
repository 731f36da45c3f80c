"""What holds of 见习基地, 见习岗位 and 报名 as they are stored, whatever led to it."""

from jianxi.queries.invariants_rule import Invariant, each, within

_POSITION = "JOIN position p ON p.id = r.position"
_OWNER = "JOIN base b ON b.id = r.base JOIN employer e ON e.id = r.employer"
_LIVE = "('waiting', 'accepted')"

BASES = (
    each("base-level", "base", "已通过审核却没有基地级别", "r.approved_at IS NOT NULL AND r.level = ''"),
    each(
        "base-in-force",
        "base",
        "状态需经市级审核通过，却没有审核通过的时间",
        "r.state IN ('approved', 'suspended', 'revoked') AND r.approved_at IS NULL",
    ),
    each(
        "base-version-in-force",
        "base",
        "审核通过的内容与其提交不一致，或未通过却有生效的提交",
        "r.state IN ('approved', 'suspended') AND NOT EXISTS (SELECT 1 FROM base_version v "
        "WHERE v.base = r.id AND v.round = r.approved_round AND v.level = r.level) "
        "OR r.state IN ('draft', 'waiting_county', 'waiting_city', 'rejected') AND r.approved_round <> 0",
    ),
    each(
        "base-amendment",
        "base",
        "变更申请的状态与其提交或原因不一致",
        "r.amendment_state <> '' AND (r.amendment_level = '' OR NOT EXISTS (SELECT 1 FROM base_version v "
        "WHERE v.base = r.id AND v.round = r.round AND v.amends = r.approved_round)) "
        "OR (r.amendment_state = 'rejected') <> (r.amendment_rejection <> '')",
    ),
    each("base-chain", "base", "已提交却没有固定审核层级", "r.round > 0 AND r.chain <> 'county,city'"),
    each(
        "base-rounds",
        "base",
        "提交次数与保存的提交不一致",
        "r.round <> (SELECT count(*) FROM base_version v WHERE v.base = r.id) "
        "OR r.round <> (SELECT coalesce(max(v.round), 0) FROM base_version v WHERE v.base = r.id)",
    ),
    each(
        "base-past-county",
        "base",
        "已到市级却没有区县通过的时间",
        "r.state IN ('waiting_city', 'approved', 'suspended', 'revoked') AND r.county_passed_at IS NULL",
    ),
    each(
        "base-decided-by",
        "base",
        "审核不通过却没有审核部门或原因",
        "r.state = 'rejected' AND (r.decided_by NOT IN ('county', 'city') OR r.rejection = '')",
    ),
    each(
        "base-city-after-county",
        "base_version",
        "市级已有意见而区县没有",
        "r.city_at IS NOT NULL AND r.county_at IS NULL",
    ),
)

POSITIONS = (
    each(
        "position-seats",
        "position",
        "已录用人数与审核通过的报名不一致，或超过见习人数",
        "r.accepted > r.headcount OR r.accepted <> "
        "(SELECT count(*) FROM application a WHERE a.position = r.id AND a.state = 'accepted')",
    ),
    each(
        "position-owner",
        "position",
        "单位、注册地与其见习基地不一致",
        "b.employer <> r.employer OR e.county <> r.county",
        _OWNER,
    ),
    each(
        "position-base",
        "position",
        "所属见习基地从未审核通过",
        "r.base_level = '' OR NOT EXISTS (SELECT 1 FROM base_version v WHERE v.base = r.base AND v.level <> '') "
        "AND NOT EXISTS (SELECT 1 FROM log_entry l WHERE l.noun = 'base' AND l.record = r.base "
        "AND l.verb = 'approve' AND l.target = 'approved')",
    ),
    each(
        "position-chain",
        "position",
        "审核层级与基地级别不符，或正在其层级之外等待",
        "(r.base_level = 'city') <> (r.chain = 'city') OR r.chain NOT IN ('county,city', 'county', 'city') "
        "OR (r.state = 'waiting_county' AND r.chain = 'city') "
        "OR (r.state = 'waiting_city' AND r.chain = 'county')",
    ),
    each(
        "position-city-after-county",
        "position",
        "需先经区县审核，却没有区县通过的时间",
        "r.chain <> 'city' AND r.county_passed_at IS NULL "
        "AND r.state IN ('waiting_city', 'approved', 'published', 'withdrawn')",
    ),
    each(
        "position-published",
        "position",
        "曾经发布，却没有发布时间",
        "r.state IN ('published', 'withdrawn') AND (r.published_at IS NULL OR r.first_published_at IS NULL)",
    ),
    each(
        "position-rejected",
        "position",
        "审核不通过却没有审核部门或原因",
        "r.state = 'rejected' AND (r.decided_by NOT IN ('county', 'city') OR r.rejection = '')",
    ),
    each(
        "position-applied-for",
        "position",
        "已有人报过名，却回到了未通过审核的状态",
        "r.state IN ('waiting_county', 'waiting_city', 'rejected') "
        "AND EXISTS (SELECT 1 FROM application a WHERE a.position = r.id)",
    ),
)

APPLICATIONS = (
    Invariant(
        "person-one-live-application",
        "person",
        "同时有一个以上有效的报名",
        f"SELECT a.person AS id FROM application a WHERE {within('a.person')} AND a.state IN {_LIVE} "
        "GROUP BY a.person HAVING count(*) > 1",
    ),
    each(
        "application-chance-used",
        "application",
        "此人的见习机会已用，却仍在等待审核",
        "r.state = 'waiting' AND EXISTS "
        "(SELECT 1 FROM person p WHERE p.id = r.person AND p.chance_used_at IS NOT NULL)",
    ),
    each(
        "application-employer", "application", "单位与岗位的单位不一致", "p.employer <> r.employer", _POSITION
    ),
    each(
        "application-position-published",
        "application",
        "所报岗位从未发布",
        "p.first_published_at IS NULL",
        _POSITION,
    ),
    each(
        "application-intention",
        "application",
        "报名人没有提交见习意向",
        "NOT EXISTS (SELECT 1 FROM intention i WHERE i.person = r.person)",
    ),
    each(
        "application-switched",
        "application",
        "改报之前的报名不是本人已撤销的报名",
        "o.person <> r.person OR o.state <> 'withdrawn'",
        "JOIN application o ON o.id = r.switched_from",
    ),
    each(
        "application-ended",
        "application",
        "取消录用的时间、经办和原因与状态不符",
        "(r.state = 'cancelled') <> (r.ended_at IS NOT NULL AND r.ended_by <> '' AND r.ending <> '')",
    ),
    each(
        "application-decided",
        "application",
        "单位已作出决定却没有时间，或审核不通过却没有原因",
        "(r.state IN ('accepted', 'rejected', 'cancelled') AND r.decided_at IS NULL) "
        "OR (r.state = 'rejected' AND r.rejection = '')",
    ),
)

OF_RECORDS: tuple[Invariant, ...] = (*BASES, *POSITIONS, *APPLICATIONS)
