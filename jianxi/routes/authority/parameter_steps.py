"""The words of 确认设置: what a new value of a parameter 参数 would do, before it is entered."""

from starlette.requests import Request

from jianxi.domain import parameter_change_words as words
from jianxi.domain import policy
from jianxi.domain.parameter_histories import shown
from jianxi.domain.periods import spoken
from jianxi.domain.policy import Parameter, PolicyValue
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.parameters import NewValue
from jianxi.queries.parameter_effects import effect
from jianxi.queries.parameters import Held
from jianxi.templating import address, region
from jianxi.web.requests import Fields, today_of, whole_number
from jianxi.web.second_step import Step

CONFIRM = "确认设置"
NO_MONEY = "补贴经费花名册的金额与该参数无关，不受影响。"


def value_of(viewer: OfficialViewer, held: Held, given: NewValue) -> PolicyValue:
    return PolicyValue(
        held.parameter.key, viewer.region, given.value, given.effective_from, given.source, viewer.name
    )


async def step(
    request: Request, viewer: OfficialViewer, held: Held, new: PolicyValue, fields: Fields
) -> Step:
    """`fields` carry the number of the value that was seen last."""
    parameter, today = held.parameter, today_of(request)
    place, found = region(viewer.region), await effect([new], today)
    does = [*words.told(parameter, new, held.values, place), *words.past(new.effective_from, today)]
    return Step(
        f"设置“{parameter.label}”",
        CONFIRM,
        whole_number(fields.one("v")) or 0,
        "",
        does=(*does, *(found.sentences if found else (NO_MONEY,))),
        facts=_facts(held, new, place),
        given=(*_given(parameter, new).items(), ("confirm", "yes")),
    )


def back(request: Request, parameter: Parameter, new: PolicyValue) -> str:
    """To the form, with what was typed in it."""
    return address(url(request, parameter), **_given(parameter, new))


def _given(parameter: Parameter, new: PolicyValue) -> dict[str, str]:
    return {
        "value": policy.format_value(parameter, new.value),
        "effective_from": new.effective_from.isoformat(),
        "source": new.source,
    }


def _facts(held: Held, new: PolicyValue, place: str) -> list[tuple[str, str]]:
    return [
        ("参数", held.parameter.label),
        ("适用地区", place),
        ("现行值", held.current.shown if held.current else held.unset),
        ("新值", shown(held.parameter, new)),
        ("起始日期", spoken(new.effective_from)),
        ("依据", new.source),
    ]


def url(request: Request, parameter: Parameter) -> str:
    return str(request.app.url_path_for("authority:parameter", key=parameter.key))


def done(parameter: Parameter, new: PolicyValue) -> str:
    return f"已设置：{parameter.label}自{spoken(new.effective_from)}起为{shown(parameter, new)}。"
