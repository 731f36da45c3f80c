"""Steps of 报省厅备案: a city files, the province returns it or receives it."""

from tests.journeys.cast import Unit
from tests.journeys.visitor import Visitor

NUMBER = "JX37"
"""How its number begins: there is one filing in the story."""
WHY = "年提供岗位数与职工人数不符，请核实"


def file(city: Visitor, unit: Unit) -> None:
    """Chosen in the list, confirmed."""
    city.open("/authority/bases?state=approved")
    city.tick("选择" + unit.name)
    city.press("报省厅备案")
    city.sees("将报送")
    city.sees("首次备案", within=unit.name)
    city.press("确认报送")
    city.go_to("报省厅备案")
    city.sees("已报送")


def send_back(province: Visitor) -> None:
    """退回 asks why."""
    province.go_to("报省厅备案")
    province.follow(NUMBER)
    province.follow("退回")
    province.fill("退回原因", WHY)
    province.press("确认退回")
    province.sees("已退回")


def file_again(city: Visitor, unit: Unit) -> None:
    """The reason is read, the same bases are sent once more under the same number."""
    city.open("/authority/filings?state=returned")
    city.sees(WHY)
    city.follow(NUMBER)
    city.follow("报送")
    city.sees(unit.name)
    city.press("报送")
    city.press("确认报送")
    city.sees("第2次")


def receive(province: Visitor) -> None:
    province.go_to("报省厅备案")
    province.follow(NUMBER)
    province.follow("确认接收")
    province.press("确认")
    province.sees("已接收")
