"""Steps of 参数: a value or a 最低工资标准 is set, having read what it would do."""

from collections.abc import Sequence

from tests.journeys.visitor import Visitor, fill_all


def set_wage(city: Visitor, county: str, yuan: str, since: str, *does: str) -> None:
    """In the row of that county; `does`: what is said before the act."""
    city.go_to("参数")
    city.follow("最低工资标准")
    city.follow("设置", within=county)
    fill_all(city, {"月最低工资（元）": yuan, "起始日期": since, "依据": f"鲁政字〔2026〕号（{yuan}）"})
    _confirm(city, does)


def set_value(city: Visitor, parameter: str, value: str, since: str, *does: str) -> None:
    city.go_to("参数")
    city.follow(parameter)
    fill_all(city, {"新值": value, "起始日期": since, "依据": f"济南市通知（{value}）"})
    _confirm(city, does)


def _confirm(city: Visitor, does: Sequence[str]) -> None:
    city.press("设置")
    for sentence in does:
        city.sees(sentence)
    city.press("确认设置")
    city.sees("已设置：")
