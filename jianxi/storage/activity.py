"""What in a PDF can act: scripts, programs to start, files inside, media, forms that send. Any of it refuses the file."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from jianxi.storage.kinds import Reason, Refusal

MOST_PARTS = 400_000
"""A file of 10 MB made by an office program has a tenth of them."""
SCRIPT, PROGRAM, ATTACHMENT = "脚本", "启动程序的动作", "嵌入的附件"
MEDIA, SENDING, ELSEWHERE, XFA = "音视频等多媒体", "提交数据的动作", "打开其他文件的动作", "XFA动态表单"
ACTIONS = {
    "/JavaScript": SCRIPT,
    "/Launch": PROGRAM,
    "/SubmitForm": SENDING,
    "/ImportData": SENDING,
    "/GoToR": ELSEWHERE,
    "/GoToE": ELSEWHERE,
    "/Rendition": MEDIA,
    "/Movie": MEDIA,
    "/Sound": MEDIA,
    "/RichMediaExecute": MEDIA,
    "/GoTo3DView": MEDIA,
}
ANNOTATIONS = {
    "/FileAttachment": ATTACHMENT,
    "/RichMedia": MEDIA,
    "/Movie": MEDIA,
    "/Sound": MEDIA,
    "/Screen": MEDIA,
    "/3D": MEDIA,
}
KEYS = {"/EF": ATTACHMENT, "/XFA": XFA, "/RichMediaContent": MEDIA}


def refuse(pdf: Pdf) -> None:
    """Raises `Refusal` for the first part that acts, wherever it hangs and whether anything leads to it or not. Links
    and jumps within the file pass: they are not kept in any case."""
    waiting: list[Object] = []
    seen = 0
    for thing in pdf.objects:
        waiting.append(thing)
        while waiting:
            seen += 1
            if seen > MOST_PARTS:
                raise Refusal(Reason.UNREADABLE)
            part = waiting.pop()
            if isinstance(part, Dictionary | Stream):
                _refuse_active(part)
            waiting += _within(part)


def _within(part: Object) -> list[Object]:
    """What is written inside it; what it only refers to has its own turn."""
    inside: list[Object | None] = []
    if isinstance(part, Array):
        inside += list(part)
    elif isinstance(part, Dictionary | Stream):
        inside += [part.get(key) for key in part.keys()]  # noqa: SIM118 -- a stream is no dictionary.
    return [each for each in inside if isinstance(each, Array | Dictionary | Stream) and not each.is_indirect]


def _refuse_active(part: Object) -> None:
    found = [
        ACTIONS.get(_name(part, Name.S)),
        ANNOTATIONS.get(_name(part, Name.Subtype)),
        ATTACHMENT if _name(part, Name.Type) == "/EmbeddedFile" else None,
        *(told for key, told in KEYS.items() if key in part),
    ]
    for told in found:
        if told:
            raise Refusal(Reason.ACTIVE, told)


def _name(part: Object, key: Name) -> str:
    value = part.get(key)
    return str(value) if isinstance(value, Name) else ""
