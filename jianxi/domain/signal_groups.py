"""提示: who shares a phone, a picture or a file with whom, or may be the same person, told for one side of each group."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from jianxi.domain import signals
from jianxi.domain.names import same_name
from jianxi.domain.periods import Period
from jianxi.domain.signals import Key, Others, Signal

NAMED = 3
"""So many are told by name."""
COMPARED = 50
"""In a group of so many at most names and periods are compared: in one of thousands there is always somebody."""


@dataclass(frozen=True, slots=True)
class Record:
    """One that shares something: a placement, a roster of 报送材料, or a base of 银行账号."""

    key: Key
    mark: str
    """What is shared: equal in one group."""
    id: int
    person: int
    name: str
    unit: str
    employer: int
    county: str
    first: date | None
    last: date | None
    is_mine: bool = False
    """It is one that the signals are told for."""

    @property
    def period(self) -> Period:
        first, last = self.first or date.min, self.last or date.max
        return Period(first, max(first, last))


Sees = Callable[[str], bool]
"""Whether the office may see records of a county."""


def of_people(employer: int, records: Iterable[Record], sees: Sees) -> Iterator[tuple[int, Signal]]:
    """Placement and signal, for those that are asked about, which are of that employer."""
    groups: defaultdict[tuple[Key, str], list[Record]] = defaultdict(list)
    for record in records:
        groups[record.key, record.mark].append(record)
    for (key, _), group in groups.items():
        # Those of the same unit come first: the office knows them, and they matter most.
        group.sort(key=lambda each: (each.employer != employer, each.unit, each.id))
        tell = _twice if key is Key.TWICE else _shared
        yield from tell([each for each in group if each.is_mine], employer, group, sees)


def units(records: Sequence[Record], sees: Sees) -> str:
    """济南某公司、另一单位: whose records these are, each once."""
    seen = [each.unit for each in records if sees(each.county)]
    unseen = {each.employer for each in records if not sees(each.county)}
    hidden = ["另一单位" if len(unseen) == 1 else f"另外{len(unseen)}个单位"] if unseen else []
    return "、".join([*dict.fromkeys(seen), *hidden])


def _shared(
    mine: Sequence[Record], employer: int, group: Sequence[Record], sees: Sees
) -> Iterator[tuple[int, Signal]]:
    """Phone and picture are of people, files of placements."""
    is_file = group[0].key is Key.SCAN
    each_once = list({each.id if is_file else each.person: each for each in reversed(group)}.values())[::-1]
    seen = [each for each in each_once if sees(each.county)]
    unseen = [each for each in each_once if not sees(each.county)]
    units_unseen = len({each.employer for each in unseen})
    for one in mine:
        apart = (each for each in seen if (each.id != one.id if is_file else each.person != one.person))
        named = tuple(_named(each, employer) for each in islice(apart, NAMED))
        if not named and not unseen:
            continue
        others = Others(named, len(seen) - 1, len(unseen), units_unseen)
        yield one.id, _told(one, others, each_once if len(each_once) <= COMPARED else ())


def _told(one: Record, others: Others, known: Sequence[Record]) -> Signal:
    if one.key is Key.PICTURE:
        return signals.picture(others)
    if one.key is Key.SCAN:
        return signals.scan(others)
    apart = [each for each in known if each.person != one.person]
    follow = any(signals.follows(one.period, each.period) for each in apart)
    return signals.phone(
        others, follow=follow, is_same_name=any(same_name(one.name, each.name) for each in apart)
    )


def _twice(
    mine: Sequence[Record], employer: int, group: Sequence[Record], sees: Sees
) -> Iterator[tuple[int, Signal]]:
    for one in mine:
        for other in islice((each for each in group if each.id != one.id), NAMED):
            where = other.unit if sees(other.county) else "另一单位"
            told = "本单位" if other.employer == employer else where
            same = other.person == one.person
            yield one.id, signals.twice(one.period, other.period, told, is_same_number=same)


def _named(record: Record, employer: int) -> str:
    return record.name if record.employer == employer else f"{record.name}（{record.unit}）"
