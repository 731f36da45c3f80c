"""What is said where a 报名 has no such move from its state: why not, and the way round."""

HINTS: dict[tuple[str, str], str] = {
    ("withdraw", "accepted"): "单位已录用您，不能再撤销报名。如不去该岗位，可以放弃录用。",
    ("withdraw", "rejected"): "单位已审核不通过该报名，不需要撤销。可以选择其他岗位报名。",
    ("withdraw", "withdrawn"): "该报名已经撤销，不需要再撤销。",
    ("withdraw", "cancelled"): "该录用已经取消，不需要撤销报名。可以选择其他岗位报名。",
    ("switch", "accepted"): "单位已录用您，不能改报。如不去该岗位，可以先放弃录用，再报其他岗位。",
    ("switch", "rejected"): "单位已审核不通过该报名，不需要改报。可以直接报名其他岗位。",
    ("switch", "withdrawn"): "该报名已经撤销，不能改报。可以直接报名其他岗位。",
    ("switch", "cancelled"): "该录用已经取消，不需要改报。可以直接报名其他岗位。",
    ("accept", "withdrawn"): "此人已撤销报名，不能录用。",
    ("reject", "withdrawn"): "此人已撤销报名，无需审核。",
    ("decline", "waiting"): "单位还没有录用您，不需要放弃录用。可以撤销报名或改报。",
    ("decline", "cancelled"): "该录用已经取消，不需要放弃。可以选择其他岗位报名。",
    ("cancel", "waiting"): "此人还没有被录用，不能取消录用。不录用时，请审核不通过。",
    ("cancel", "withdrawn"): "此人已撤销报名，不需要取消录用。",
    ("cancel", "cancelled"): "该录用已经取消，不需要再取消。",
}
