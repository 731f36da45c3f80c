"""PDFs whose build is wrong: trees that loop, counts that lie, tables that lead nowhere, pages without size, passwords."""

import io
from collections.abc import Callable, Iterator

import pikepdf

from jianxi.storage import samples
from tests.storage.hostile_files import Odd, either, refused
from tests.storage.hostile_files_pdf_scripts import pdf, stream

GOOD = pdf()
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
MEDIA_BOX = b"/MediaBox [0 0 595 842]"
COUNT = b"/Count 1"


def encrypted(**settings: object) -> Callable[[], bytes]:
    def made() -> bytes:
        written = io.BytesIO()
        with pikepdf.open(io.BytesIO(samples.document().content)) as opened:
            opened.save(written, encryption=pikepdf.Encryption(**settings))  # type: ignore[arg-type]  # as told.
        return written.getvalue()

    return made


def swapped(old: bytes, new: bytes) -> bytes:
    """The good file with something else in one place; its table is then wrong, as in files changed by hand."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def box(text: bytes) -> bytes:
    return swapped(MEDIA_BOX, text)


def pages(tree: bytes, *more: bytes) -> bytes:
    """A catalog, this tree of pages, one page, further objects from 4."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return samples.pdf_of((CATALOG, tree, page, *more))


def many(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    return samples.pdf_of(
        (CATALOG, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), *[page] * count)
    )


def deep(levels: int) -> bytes:
    """Each node of the tree has one other below it."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, levels + 2)]
    return samples.pdf_of((CATALOG, *nodes, b"<< /Type /Page /MediaBox [0 0 9 9] >>"))


def table(text: bytes) -> bytes:
    """The good file with another table of its objects."""
    place = GOOD.index(b"xref\n0 ")
    return GOOD[:place] + text + b"\nstartxref\n%d\n%%%%EOF\n" % place


ENCRYPTED = (
    ("a password to open it", encrypted(user="geheim", owner="geheim")),
    ("a password to change it", encrypted(user="", owner="geheim")),
    ("a password of an old kind", encrypted(user="geheim", owner="geheim", R=2, aes=False, metadata=False)),
    ("printing forbidden", encrypted(user="", owner="geheim", R=4, allow=pikepdf.Permissions(print_highres=False))),
)  # fmt: skip
REFUSED = (
    ("only a header", b"%PDF-1.7\n"),
    ("a header and an end", b"%PDF-1.7\n%%EOF\n"),
    ("a header before a page", b"%PDF-1.7\n<html><script>1</script></html>\n%%EOF\n"),
    ("a header before a picture", b"%PDF-1.4\n" + samples.picture().content),
    ("no pages", pages(b"<< /Type /Pages /Kids [] /Count 0 >>")),
    ("pages that are nothing", samples.pdf_of((CATALOG, b"null"))),
    ("pages that are a number", samples.pdf_of((CATALOG, b"7"))),
    ("pages that loop", pages(b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
    ("pages that loop over two nodes", pages(b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
    ("a catalog that is missing", swapped(b"/Root 1 0 R", b"/Root 99 0 R")),
    ("a catalog that is itself", swapped(CATALOG[:-3], b"1 0 R %")),
    ("a table that is its own forerunner", table(b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Prev %d >>" % GOOD.index(b"xref\n0 "))),
    ("an unknown lock", swapped(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Evil /V 9 >>")),
)  # fmt: skip
EITHER: tuple[tuple[str, bytes | Callable[[], bytes]], ...] = (
    ("more pages promised than there are", swapped(COUNT, b"/Count 1000000000")),
    ("fewer than no pages", swapped(COUNT, b"/Count -1")),
    ("a count that is a word", swapped(COUNT, b"/Count (x)")),
    ("a page named twice", swapped(b"/Kids [3 0 R]", b"/Kids [3 0 R 3 0 R]")),
    ("children that are none", swapped(b"/Kids [3 0 R]", b"/Kids [99 0 R null 7 3 0 R]")),
    ("a tree 400 deep", lambda: deep(400)),
    ("a tree 20,000 deep", lambda: deep(20_000)),
    ("a page without size", box(b"")),
    ("a page of no width", box(b"/MediaBox [0 0 0 842]")),
    ("a page turned inside out", box(b"/MediaBox [595 842 0 0]")),
    ("a page of a thousand kilometres", box(b"/MediaBox [0 0 3000000000 3000000000]")),
    ("a page like a thread", box(b"/MediaBox [0 0 1 1000000]")),
    ("a page like a threshold", box(b"/MediaBox [0 0 1000000 1]")),
    ("a size of words", box(b"/MediaBox [/a /b (c) null]")),
    ("a size of too many digits", box(b"/MediaBox [0 0 1" + b"0" * 400 + b" 842]")),
    ("a size that is itself", box(b"/MediaBox 3 0 R")),
    ("a turn by a part of a right angle", pdf(b"", b"/Rotate 45")),
    ("a turn without end", pdf(b"", b"/Rotate 999999999990")),
    ("a unit of a thousand million", pdf(b"", b"/UserUnit 1000000000")),
    ("annotations that are no list", pdf(b"", b"/Annots 7")),
    ("annotations that are the page", pdf(b"", b"/Annots [3 0 R 3 0 R]")),
    ("an appearance that is a page", pdf(b"", b"/Annots [<< /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 3 0 R >> >>]")),
    ("an annotation without size", pdf(b"", b"/Annots [<< /Subtype /Stamp /AP << /N 6 0 R >> >>]", stream(b"", b"/Subtype /Form"))),
    ("layers that are no list", pdf(b"/OCProperties << /OCGs 7 /D << /ON (x) /OFF 3 0 R >> >>")),
    ("contents that are a word", swapped(b"/Contents 4 0 R", b"/Contents (x)")),
    ("contents that are missing", swapped(b"/Contents 4 0 R", b"/Contents 99 0 R")),
    ("contents a thousand times over", swapped(b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 1000 + b"]")),
    ("resources that are the page", pdf(b"", b"/Resources 3 0 R")),
    ("a stream without end", swapped(b"endstream", b"")),
    ("a stream of a length below nothing", swapped(b"/Length 37", b"/Length -5")),
    ("a stream of a length beyond the file", swapped(b"/Length 37", b"/Length 99999999999")),
    ("a stream whose length is the stream", swapped(b"/Length 37", b"/Length 4 0 R")),
    ("a table of a thousand million objects", table(b"xref\n0 999999999\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 999999999 >>")),
    ("a table that leads nowhere", GOOD.replace(b" 00000 n", b" 99999 n")),
    ("a table whose size is below nothing", swapped(b"/Size 6", b"/Size -6")),
    ("a table before the beginning", GOOD[: GOOD.index(b"startxref")] + b"startxref\n-9999\n%%EOF\n"),
    ("a table behind the end", GOOD[: GOOD.index(b"startxref")] + b"startxref\n99999999999999999999\n%%EOF\n"),
    ("two catalogs", swapped(b"endobj\n2 0 obj", b"endobj\n1 0 obj\n<< /Pages 9 0 R >>\nendobj\n2 0 obj")),
    ("a version from the future", GOOD.replace(b"%PDF-1.4", b"%PDF-9.99")),
    ("a version that is none", GOOD.replace(b"%PDF-1.4", b"%PDF-x.y")),
    ("ends of lines of a Mac", GOOD.replace(b"\n", b"\r")),
    ("a lock that is missing", swapped(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 99 0 R")),
    ("blanks behind the end", GOOD + b"\0" * 5000),
)  # fmt: skip


def every() -> Iterator[Odd]:
    says = "设有密码或权限限制，请取消密码和限制、另存后上传"
    yield from (refused(title, "管理制度.pdf", data, says) for title, data in ENCRYPTED)
    yield from (refused(title, "管理制度.pdf", data, "请") for title, data in REFUSED)
    yield from (either(title, "管理制度.pdf", data) for title, data in EITHER)
    yield refused("201 pages", "管理制度.pdf", lambda: many(201), "有201页，超过200页，请拆分后上传")
    yield refused("100,000 pages", "管理制度.pdf", lambda: many(100_000), "请")
