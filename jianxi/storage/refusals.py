"""The sentence for each reason why a file is not kept: which file, what is wrong, what to do."""

from collections.abc import Collection

from jianxi.storage.kinds import LARGEST, MOST_PAGES, MOST_PIXELS, Kind, Reason

MEGABYTE = 2**20
_PRINTED = "请用“打印”功能另存为PDF后上传"
_SENTENCES = {
    Reason.EMPTY: "“{name}”是空文件，请重新选择文件后上传",
    Reason.LARGE: f"“{{name}}”为{{detail}}MB，单个文件不能超过{LARGEST // MEGABYTE}MB，请压缩后重新上传",
    Reason.KIND: "“{name}”{detail}不是支持的格式，请上传{allowed}",
    Reason.NOT_HERE: "“{name}”是{detail}，这里请上传{allowed}",
    Reason.PREFIX: f"“{{name}}”的开头有不属于PDF的内容，{_PRINTED}",
    Reason.PIXELS: f"“{{name}}”的尺寸为{{detail}}像素，超过{MOST_PIXELS // 10_000}万像素，请缩小后上传",
    Reason.TRUNCATED: "“{name}”不完整，可能没有保存完或传输中断，请重新扫描或另存后上传",
    Reason.BROKEN: "“{name}”已损坏，无法打开，请重新扫描或另存后上传",
    Reason.PAGES: f"“{{name}}”有{{detail}}页，超过{MOST_PAGES}页，请拆分后上传",
    Reason.ENCRYPTED: "“{name}”设有密码或权限限制，请取消密码和限制、另存后上传",
    Reason.ACTIVE: f"“{{name}}”含有{{detail}}，为安全起见不能保存，{_PRINTED}",
    Reason.UNDRAWN: f"“{{name}}”是可填写的表单，填写的内容还没有固定在页面上，{_PRINTED}",
    Reason.UNREADABLE: "“{name}”内容异常，无法安全读取，请重新扫描或另存后上传",
}
NAMES = {Kind.PDF: "PDF", Kind.JPEG: "JPEG", Kind.PNG: "PNG"}


def sentence(reason: Reason, name: str, detail: str, allowed: Collection[Kind]) -> str:
    if reason is Reason.KIND and detail:
        detail = f"是{detail}，"
    return _SENTENCES[reason].format(name=name, detail=detail, allowed=accepted(allowed))


def megabytes(size: int) -> str:
    """Rounded up to a tenth, so that what is too large never reads as the limit."""
    return f"{-(-10 * size // MEGABYTE) / 10:g}"


def accepted(allowed: Collection[Kind]) -> str:
    """PDF、JPEG或PNG文件."""
    *others, last = (name for kind, name in NAMES.items() if kind in allowed)
    return f"{'、'.join(others)}{'或' if others else ''}{last}文件"
