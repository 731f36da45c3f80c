"""Which shape the tag of a state has on the page, by the state's word."""

_WAIT = (
    "待核实 等待审核 等待审核（区县） 等待审核（市级） 等待单位审核 等待主管部门 待上岗 待定 已报送 进行中"
)
_PASS = "已合并 已更正 已维持 审核通过 审核通过（未发布） 已接收 已留用 已接受 已完成 已上传"
_FAIL = "审核不通过 单位未同意 已退回 不予补贴 已取消资格"
_SHAPES = {
    "wait": _WAIT,
    "pass": _PASS,
    "live": "发布中 在岗",
    "fail": _FAIL,
    "todo": "待上传协议 待上传证明 需修改",
}
SHAPES = {word: css for css, words in (_SHAPES | {"draft": "草稿 待报送"}).items() for word in words.split()}
"""Which class of `.tag` a state's word has; a word that is missing has none and gets the bar."""
