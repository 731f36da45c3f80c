"""Two sets of lines are told apart person by person and month by month, by what moves money and by who is paid."""

from dataclasses import replace
from datetime import date

from jianxi.domain.periods import Period
from jianxi.domain.roster_contents import Digest, digest, line_stands
from jianxi.domain.roster_differences import Difference, difference, head_differences, pairs
from jianxi.domain.roster_parts import Columns, Head, Line, Unit
from jianxi.domain.roster_texts import of_line
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import RetentionFigure, Service
from jianxi.domain.subsidy_months import months
from tests.domain.subsidy_facts import contract, placement, rules, wage

AUTUMN = Period(date(2025, 9, 1), date(2025, 10, 31))
UNIT = Unit(
    "济南精工有限公司",
    "91370102MA0000001W",
    "county",
    "370102",
    "济南市历下区",
    "济南精工有限公司",
    "齐鲁银行",
    "6222",
    "王芳",
    "13800138000",
)
PERSON = Columns(
    "赵敏",
    "女",
    "370102200306010040",
    "应届毕业生",
    "山东大学",
    "机械工程",
    "本科",
    date(2025, 7, 1),
    "13900139000",
    "数控编程见习生",
    "周强",
    None,
    "",
    "",
)
RULES = rules()
HEAD = Head(UNIT, RosterKind.PERIOD, AUTUMN, RULES)


def line(service: Service, id: int = 1, name: str = "赵敏", raised: int = 0) -> Line:
    asked = rules(wage("2025-09-01", raised)) if raised else RULES
    mine = replace(service, placement=id)
    return Line(id, id, id, replace(PERSON, name=name), mine, months(mine, AUTUMN, asked))


def differences(before: list[Line], after: list[Line]) -> tuple[Difference, ...]:
    return tuple(each for pair in pairs(before, after) if (each := difference(*pair)) is not None)


STAYS = line(placement("2025-08-01…2026-01-31"))


def test_each_month_that_changes_is_told_with_what_it_was_and_is() -> None:
    cases = {
        "left=2025-10-10": (
            line(placement("2025-08-01…2026-01-31", left="2025-10-10")),
            ("2025年10月：由1,440.00元（31/31天）变为464.52元（10/31天）",),
            46_452 - 144_000,
        ),
        "leaving": (
            line(placement("2025-08-01…2026-01-31", leaving="2025-10-10")),
            ("2025年10月：由1,440.00元（31/31天）变为待定（离岗（2025年10月10日）正在办理，办结后再计算）",),
            -144_000,
        ),
        "not approved": (
            line(placement("2025-08-01…2026-01-31", approved=False)),
            (
                "2025年9月：由1,320.00元（30/30天）变为不予补贴（上岗审核尚未通过）",
                "2025年10月：由1,440.00元（31/31天）变为不予补贴（上岗审核尚未通过）",
            ),
            -276_000,
        ),
        "another end": (line(placement("2025-08-01…2026-03-31")), (), 0),
    }
    for name, (after, sentences, fen) in cases.items():
        found = differences([STAYS], [after])
        assert tuple(each for of in found for each in of.sentences) == sentences, name
        assert sum(each.fen for each in found) == fen, name


def test_who_comes_goes_or_is_somebody_else_is_told_and_a_telephone_is_not() -> None:
    other = line(placement("2025-08-01…2026-01-31"), 2, "李四")
    named = replace(
        STAYS, columns=replace(PERSON, name="赵闵", id_number="370102200306010067", phone="13100131000")
    )
    phoned = replace(STAYS, columns=replace(PERSON, phone="13100131000", mentor="吴刚"))

    come, gone = differences([STAYS], [STAYS, other]), differences([STAYS, other], [STAYS])
    changed = differences([STAYS], [named])

    assert [(each.name, each.fen) for each in (*come, *gone)] == [("李四", 276_000), ("李四", -276_000)]
    assert "未列入" in gone[0].sentences[0]
    assert changed[0].sentences == (
        "姓名由“赵敏”变为“赵闵”",
        "身份证号由37**************40变为37**************67",
    )
    assert differences([STAYS], [phoned]) == ()


def test_the_head_tells_where_the_money_goes_and_what_the_figure_was() -> None:
    moved = replace(UNIT, account_number="6222000011115678", contact="钱进")
    again, short = (
        replace(moved, account_number="6222999911115678"),
        replace(moved, account_number="62225678"),
    )
    one, other = (RetentionFigure(2025, kept, (3, 4), 5_000, "通知", bool(kept)) for kept in ((), (1, 2)))

    assert head_differences(HEAD, HEAD) == ()
    assert head_differences(HEAD, replace(HEAD, unit=moved)) == ("银行账号由“****”变为“6222********5678”",)
    assert head_differences(replace(HEAD, unit=moved), replace(HEAD, unit=again)) == (
        "银行账号有变化，变化的是隐去的数字（现为“6222********5678”）",
    )
    assert "62225678" not in head_differences(HEAD, replace(HEAD, unit=short))[0]
    assert head_differences(replace(HEAD, figure=one), replace(HEAD, figure=other)) == (
        "留用率由0/2（未达到标准）变为2/4（达到标准）",
    )


def test_the_digest_is_of_every_letter_and_can_be_fed_piece_by_piece() -> None:
    other = line(placement("2025-08-01…2026-01-31"), 2, "李四")
    whole, fed = digest(HEAD, [STAYS, other]), Digest(HEAD)
    fed.add([STAYS])
    fed.add_texts([of_line(other)])
    wrong = replace(STAYS, months=(replace(STAYS.months[0], fen=132_001), *STAYS.months[1:]))

    assert (fed.hexadecimal, len(whole)) == (whole, 64)
    for altered in (
        digest(HEAD, [other, STAYS]),
        digest(HEAD, [wrong, other]),
        digest(replace(HEAD, unit=replace(UNIT, bank="工商银行")), [STAYS, other]),
        digest(HEAD, [replace(STAYS, columns=replace(PERSON, phone="")), other]),
    ):
        assert altered != whole
    # An amount that was tampered with is found by working it out anew.
    assert line_stands(HEAD, STAYS) and not line_stands(HEAD, wrong)


def test_what_another_release_said_in_other_words_comes_out_again_all_the_same() -> None:
    of = line(placement("2025-08-01…2026-01-31", leaving="2025-10-10"))
    said = replace(of.months[1], reason="离岗正在审核", note="离岗中")
    fewer = replace(of.months[0], counted_days=29)

    assert line_stands(HEAD, replace(of, months=(of.months[0], said)))
    assert not line_stands(HEAD, replace(of, months=(fewer, said)))
    assert not line_stands(HEAD, replace(of, months=of.months[:1]))


def test_a_line_names_the_departure_and_the_retention_that_its_amounts_depend_on() -> None:
    whole = "2025-08-01…2026-01-31"
    cases: dict[str, tuple[dict[str, object], bool, bool]] = {
        "left in these months": ({"left": "2025-10-10"}, True, False),
        "left on their last day": ({"left": "2025-10-31"}, True, False),
        "left later": ({"left": "2025-11-10"}, False, False),
        "retained in these months": ({"contract": contract("2025-10-10")}, False, True),
        "retained later": ({"contract": contract("2025-11-01")}, False, False),
    }
    for name, (facts, departed, retained) in cases.items():
        of = line(replace(placement(whole, **facts), departure=5 if "left" in facts else None))
        settled = replace(of, months=tuple(replace(month, settles=True) for month in of.months))
        assert (of.departure == 5, of.retention == 7) == (departed, retained), name
        assert (settled.departure == 5, settled.retention == 7) == ("left" in facts, "contract" in facts), (
            name
        )
