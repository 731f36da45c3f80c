"""What comes next with a roster (花名册), as its employer is told."""

from collections.abc import Mapping

from jianxi.domain.rosters import RosterFacts, RosterState

_NEXT: Mapping[str, str] = {
    RosterState.DRAFT: "核对金额，上传考勤表和生活费发放凭证，然后报送。",
    RosterState.SENT: "已报送，等待{office}人社部门审核。审核结果会在本页显示，并发送通知。审核期间有提问的，请在本页回复。",
    RosterState.RETURNED: "请按退回原因核实，修改上岗、离岗等记录或补充材料，然后重新报送，编号不变。",
    RosterState.ACCEPTED: "已接受，内容已固定，不再随记录变动。发现有误的，可以办理更正。",
}


def to_employer(facts: RosterFacts, office: str) -> str:
    """`office` is the region of the office that decides, in words."""
    if facts.has_open_correction:
        return "这一版已接受；有一个更正正在办理，新的一版接受之前，以这一版为准。"
    if facts.state == RosterState.ACCEPTED and not facts.is_newest_accepted:
        return "这一版已被更正，以最新接受的一版为准。"
    return _NEXT[facts.state].format(office=office)
