"""What is said where a 身份冲突 has no such move from its state: how it was decided, and what is possible now."""

_SETTLED = {
    "merged": "该身份冲突已合并为同一人，不能再改。姓名有误的，请更正生源信息库。",
    "handed_over": (
        "该身份冲突已更正为登记本人，不能再改。登记本人可以直接用姓名和身份证号登录；姓名有误的，请更正生源信息库。"
    ),
}
_DECIDED = _SETTLED | {
    "dismissed": "该身份冲突已维持原登录人。有新情况需要改变决定的，可以先“重新核实”，再作决定。"
}

HINTS: dict[tuple[str, str], str] = {
    **{(verb, state): _DECIDED[state] for verb in ("merge", "hand_over", "dismiss") for state in _DECIDED},
    **{("reopen", state): sentence for state, sentence in _SETTLED.items()},
    ("reopen", "pending"): "该身份冲突正在等待核实，不需要重新核实，可以直接作出决定。",
}
"""As the flow takes them."""
