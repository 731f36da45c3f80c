"""The words of 确认设置 of 最低工资标准: the counties, and what the new figure would do."""

from collections.abc import Iterator, Sequence

from starlette.requests import Request

from jianxi.domain import money
from jianxi.domain import parameter_change_words as words
from jianxi.domain.outcomes import Invalid
from jianxi.domain.parameter_histories import Standing
from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.periods import spoken
from jianxi.domain.policy import PolicyValue
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports.wage_sheet import Line
from jianxi.forms.wages import NewWages
from jianxi.queries.parameter_effects import effect
from jianxi.queries.wages import CountyWage, Wages
from jianxi.templating import address
from jianxi.web.requests import Fields, today_of, whole_number
from jianxi.web.second_step import Step

CONFIRM = "确认设置"
NOT_OURS = "请从列表中选择区县"
MISSING = "缺少"


def values_of(viewer: OfficialViewer, found: Wages, form: NewWages) -> tuple[PolicyValue, ...]:
    """One a county; raises `Invalid` for one that is not the office's."""
    if any(found.of(code) is None for code in form.counties):
        raise Invalid({"counties": NOT_OURS})
    facts = (form.value, form.effective_from, form.source, viewer.name)
    return tuple(PolicyValue(MINIMUM_WAGE.key, code, *facts) for code in dict.fromkeys(form.counties))


async def step(
    request: Request, found: Wages, form: NewWages, values: Sequence[PolicyValue], fields: Fields
) -> Step:
    """`fields` carry the number of the value that was seen last."""
    today = today_of(request)
    told = [sentence for value in values for sentence in _told(found, value)]
    would = await effect(values, today)
    return Step(
        f"设置{MINIMUM_WAGE.label}",
        CONFIRM,
        whole_number(fields.one("v")) or 0,
        "",
        does=(*told, *words.past(form.effective_from, today), *(would.sentences if would else ())),
        facts=[
            ("区县", "、".join(each.name for each in _counties(found, form))),
            ("月最低工资", f"{money.format_yuan(form.value)}元"),
            ("起始日期", spoken(form.effective_from)),
            ("依据", form.source),
        ],
        given=(
            *(("counties", value.region) for value in values),
            *_typed(form).items(),
            ("confirm", "yes"),
        ),
    )


def back(request: Request, form: NewWages) -> str:
    """To the form, with what was typed; of the counties as many as an address holds by name."""
    url = address(str(request.app.url_path_for("authority:wages_new")), **_typed(form))
    return url + "".join(f"&counties={code}" for code in dict.fromkeys(form.counties))


def list_url(request: Request) -> str:
    return str(request.app.url_path_for("authority:wages"))


def done(found: Wages, form: NewWages) -> str:
    counties = _counties(found, form)
    which = counties[0].name if len(counties) == 1 else f"{len(counties)}个区县"
    return f"已设置：{which}自{spoken(form.effective_from)}起为{money.format_yuan(form.value)}元。"


def lines(found: Wages) -> Iterator[Line]:
    """The rows of the export: every value but those put right, and the counties that have none."""
    for county in found.counties:
        place = (county.code, county.city, county.name)
        told = [each for each in county.values if each.standing is not Standing.REPLACED]
        for each in told:
            value = each.entry.value
            yield Line(*place, int(value.value), value.effective_from, value.source, each.by, each.label)
        if not told:
            yield Line(*place, None, None, "", "", MISSING)


def _told(found: Wages, value: PolicyValue) -> tuple[str, ...]:
    county = found.of(value.region)
    values = county.values if county else ()
    place = county.name if county else value.region
    return words.told(MINIMUM_WAGE, value, values, place)


def _counties(found: Wages, form: NewWages) -> list[CountyWage]:
    return [each for each in found.counties if each.code in form.counties]


def _typed(form: NewWages) -> dict[str, str]:
    return {
        "value": money.format_yuan(form.value),
        "effective_from": form.effective_from.isoformat(),
        "source": form.source,
    }
