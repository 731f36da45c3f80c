"""What entering a new value of a parameter 参数 does to the values there are, a sentence each."""

from collections.abc import Sequence
from datetime import date

from jianxi.domain.parameter_histories import Dated, Standing, shown
from jianxi.domain.periods import spoken
from jianxi.domain.policy import Parameter, PolicyValue

PAST = "起始日期早于今天：该日以来还没有接受的花名册、还没有办结的审核和登记，都按新值计算和核对；已经办结的不变。"


def told(parameter: Parameter, new: PolicyValue, values: Sequence[Dated], place: str) -> tuple[str, ...]:
    """`values` of the region and those above it, as `parameter_histories.history` has them; `place` names the region."""
    own = [each for each in values if each.region == new.region]
    return (_main(parameter, new, values, place), *_own(new, own, place))


def past(since: date, today: date) -> tuple[str, ...]:
    """Said once, of however many values."""
    return (PAST,) if since < today else ()


def _main(parameter: Parameter, new: PolicyValue, values: Sequence[Dated], place: str) -> str:
    day, after = spoken(new.effective_from), shown(parameter, new)
    before = _held_on(values, new)
    if before is None:
        return f"{place}自{day}起，{parameter.label}为{after}；该日原来没有值。"
    if before.shown == after:
        return f"{place}自{day}起，{parameter.label}本来就是{after}，设置后不变，只记下新的依据。"
    return f"{place}自{day}起，{parameter.label}由{before.shown}改为{after}。"


def _held_on(values: Sequence[Dated], new: PolicyValue) -> Dated | None:
    """What would be in force on that day without it: the region's own, else that of those above it. Values come with the
    latest day first."""
    begun = [
        each for each in values if each.since <= new.effective_from and each.standing is not Standing.REPLACED
    ]
    own = (each for each in begun if each.region == new.region)
    return next(own, next(iter(begun), None))


def _own(new: PolicyValue, own: Sequence[Dated], place: str) -> tuple[str, ...]:
    sentences = []
    stand = [each for each in own if each.standing is not Standing.REPLACED]
    same = next((each for each in stand if each.since == new.effective_from), None)
    if same is not None:
        sentences.append(f"{place}同一日起原来的{same.shown}（{same.by}设置）由此更正，仍在历史中列出。")
    later = [each for each in stand if each.since > new.effective_from]
    if later:
        follows = later[-1]
        sentences.append(f"{place}自{spoken(follows.since)}起已设置为{follows.shown}，从该日起仍按该值。")
    return tuple(sentences)
