"""PDFs that want more than a machine has: streams that unpack to a thousand megabytes, drawings that never end."""

import zlib
from collections.abc import Callable, Iterator

from jianxi.storage import samples
from tests.storage.hostile_files import Odd, either
from tests.storage.hostile_files_pdf_scripts import pdf, stream

MEGA = 1024 * 1024


def zeros(megabytes: int) -> bytes:
    """So many megabytes of zeros, packed; one is packed and repeated, which takes no time."""
    packer = zlib.compressobj(9)
    head = packer.compress(bytes(MEGA)) + packer.flush(zlib.Z_FULL_FLUSH)
    one = packer.compress(bytes(MEGA)) + packer.flush(zlib.Z_FULL_FLUSH)
    size = megabytes * MEGA
    check = ((size % 65521) << 16 | 1).to_bytes(4, "big")
    return head + one * (megabytes - 1) + b"\x03\x00" + check


def unpacking(data: bytes, filters: bytes, settings: bytes = b"") -> bytes:
    """The drawing of the page unpacks so."""
    packed = stream(data, b"/Filter [%s] %s" % (filters, settings))
    return pdf(b"", b"", packed).replace(b"/Contents 4 0 R", b"/Contents 6 0 R")


def image(width: int, height: int, data: bytes, entries: bytes) -> bytes:
    size = b"/Subtype /Image /Width %d /Height %d %s" % (width, height, entries)
    drawn = b"595 0 0 842 0 0 cm /Im0 Do"
    return pdf(b"", b"", stream(data, size), drawn=drawn, resources=b"/XObject << /Im0 6 0 R >>")


def form(data: bytes, entries: bytes = b"", resources: bytes = b"") -> bytes:
    inner = b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> %s >> %s" % (
        resources,
        entries,
    )
    return pdf(b"", b"", stream(data, inner), drawn=b"/X Do", resources=b"/XObject << /X 6 0 R >>")


def pattern(entries: bytes, data: bytes = b"0 0 1 1 re f") -> bytes:
    drawn = b"/Pattern cs /P scn 0 0 595 842 re f"
    return pdf(b"", b"", stream(data, b"/PatternType 1 /PaintType 1 /TilingType 1 /Resources << >> " + entries), drawn=drawn, resources=b"/Pattern << /P 6 0 R >>")  # fmt: skip


def packed_objects(entries: bytes, data: bytes) -> bytes:
    return pdf(b"", b"", stream(data, b"/Type /ObjStm " + entries))


def font(data: bytes, key: bytes) -> bytes:
    """A font whose file is this."""
    described = b"<< /Type /FontDescriptor /FontName /Evil /Flags 4 /FontBBox [0 0 9 9] /%s 8 0 R >>" % key
    used = b"<< /Type /Font /Subtype /TrueType /BaseFont /Evil /FontDescriptor 7 0 R >>"
    return pdf(b"", b"", used, described, stream(data), drawn=b"BT /E 9 Tf (abc) Tj ET", resources=b"/Font << /E 6 0 R >>")  # fmt: skip


GREY = b"/ColorSpace /DeviceGray /BitsPerComponent 8"
EITHER: tuple[tuple[str, bytes | Callable[[], bytes]], ...] = (
    ("a drawing that unpacks to 1 GB", lambda: unpacking(zeros(1000), b"/FlateDecode")),
    ("a drawing packed twice, 1 GB", lambda: unpacking(zlib.compress(zeros(1000)), b"/FlateDecode /FlateDecode")),
    ("a drawing packed in five ways", lambda: unpacking(zlib.compress(zeros(200)).hex().encode() + b">", b"/ASCIIHexDecode /FlateDecode /FlateDecode /RunLengthDecode /LZWDecode")),
    ("a drawing of repetitions", unpacking(b"\x81\0" * 2_000_000, b"/RunLengthDecode")),
    ("a drawing with a thousand filters", unpacking(b"x", b"/ASCIIHexDecode " * 1000)),
    ("a filter that is not known", unpacking(b"x", b"/EvilDecode")),
    ("rows of a thousand million columns", unpacking(zlib.compress(bytes(999)), b"/FlateDecode", b"/DecodeParms [<< /Predictor 15 /Columns 1000000000 /Colors 4 >>]")),
    ("rows of columns below nothing", unpacking(zlib.compress(bytes(999)), b"/FlateDecode", b"/DecodeParms [<< /Predictor 12 /Columns -1 >>]")),
    ("a picture that unpacks to 1 GB", lambda: image(32_000, 32_000, zeros(1000), GREY + b" /Filter /FlateDecode")),
    ("a picture of 50,000 × 50,000", image(50_000, 50_000, zlib.compress(b"x"), GREY + b" /Filter /FlateDecode")),
    ("a picture of 2³¹ points", image(2**31 - 1, 2**31 - 1, b"x", GREY)),
    ("a picture below nothing", image(-9, -9, b"x", GREY)),
    ("a fax of 50,000 × 50,000", image(50_000, 50_000, b"\0" * 99, b"/ImageMask true /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 50000 /Rows 50000 >>")),
    ("a JBIG2 of rubbish", image(99, 99, b"\xff" * 999, b"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode")),
    ("a JPEG 2000 of rubbish", image(99, 99, b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff" * 99, b"/Filter /JPXDecode")),
    ("a JPEG of rubbish", image(99, 99, b"\xff\xd8\xff\xe1\xff\xff" + bytes(99), GREY + b" /Filter /DCTDecode")),
    ("a mask that is its own mask", image(9, 9, bytes(81), GREY + b" /SMask 6 0 R")),
    ("a palette of a thousand million", image(9, 9, bytes(81), b"/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1000000000 (abc)]")),
    ("colours of themselves", pdf(b"", b"", b"[/ICCBased 7 0 R]", stream(b"x", b"/N 3 /Alternate 6 0 R"), drawn=b"/C cs 1 scn 0 0 9 9 re f", resources=b"/ColorSpace << /C 6 0 R >>")),
    ("a drawing that draws itself", form(b"/X Do /X Do")),
    ("a drawing that draws itself a thousand times", form(b"/X Do " * 1000)),
    ("a group that masks itself", form(b"/G gs /X Do", b"/Group << /S /Transparency >>", b"/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>")),
    ("a pattern of a billionth of a step", pattern(b"/BBox [0 0 1 1] /XStep 0.000000001 /YStep 0.000000001")),
    ("a pattern of no step", pattern(b"/BBox [0 0 1 1] /XStep 0 /YStep 0")),
    ("a pattern of the size of the moon", pattern(b"/BBox [0 0 3000000 3000000] /XStep 1 /YStep 1")),
    ("a shading by a program without end", pdf(b"", b"", b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 7 0 R >>", stream(b"{ " + b"dup mul " * 90_000 + b"}", b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]"), drawn=b"/S sh", resources=b"/Shading << /S 6 0 R >>")),
    ("a function of itself", pdf(b"", b"", b"<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 7 0 R >>", b"<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R 7 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>", drawn=b"/S sh", resources=b"/Shading << /S 6 0 R >>")),
    ("a sampled function of 16 dimensions", pdf(b"", b"", b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 7 0 R >>", stream(b"x", b"/FunctionType 0 /BitsPerSample 32 /Size [9999 9999 9999 9999] /Domain [0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1]"), drawn=b"/S sh", resources=b"/Shading << /S 6 0 R >>")),
    ("a hundred thousand saved states", pdf(drawn=b"q " * 100_000)),
    ("a hundred thousand clips", pdf(drawn=b"0 0 9 9 re W n " * 100_000)),
    ("a hundred thousand strokes", pdf(drawn=b"0 0 m 9 9 l S " * 100_000)),
    ("a dash of a billionth", pdf(drawn=b"[0.000000001] 0 d 0 0 m 595 842 l S")),
    ("letters of a thousand kilometres", pdf(drawn=b"BT /F1 3000000000 Tf (abc) Tj ET")),
    ("words in a drawing without end", pdf(drawn=b"(" * 200_000)),
    ("lists in lists in a drawing", pdf(drawn=b"[" * 200_000)),
    ("a picture inside the drawing without end", pdf(drawn=b"BI /W 99999 /H 99999 /BPC 8 /CS /G ID " + bytes(999))),
    ("lists in lists", pdf(b"/X " + b"[" * 100_000 + b"]" * 100_000)),
    ("dictionaries in dictionaries", pdf(b"/X " + b"<< /X " * 50_000 + b">>" * 50_000)),
    ("two hundred thousand numbers", pdf(b"/X [" + b"0 " * 200_000 + b"]")),
    ("fifty thousand names", pdf(b"/X << " + b"".join(b"/N%d 0 " % n for n in range(50_000)) + b">>")),
    ("a name of a megabyte", pdf(b"/" + b"A" * MEGA + b" 1")),
    ("a text without end", pdf(b"/X (" + b"(" * 90_000)),
    ("packed objects in themselves", packed_objects(b"/N 1 /First 4 /Extends 6 0 R", b"6 0 << >>")),
    ("a thousand million packed objects", packed_objects(b"/N 1000000000 /First 5", b"6 0 << >>")),
    ("packed objects that unpack to 1 GB", lambda: packed_objects(b"/N 1 /First 4 /Filter /FlateDecode", zeros(1000))),
    ("an old file of forty thousand objects", samples.pdf_of((b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>", *[b"0"] * 40_000))),
    ("a TrueType font of rubbish", font(b"\0\1\0\0" + b"\xff" * 400, b"FontFile2")),
    ("a Type 1 font of rubbish", font(b"%!PS-AdobeFont" + b"\xff" * 400, b"FontFile")),
    ("a CFF font of rubbish", font(b"\1\0\4\4" + b"\xff" * 400, b"FontFile3")),
    ("letters that draw themselves", pdf(b"", b"", b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /E 6 0 R >> >> >>", stream(b"9 0 d0 BT /E 9 Tf (a) Tj ET"), drawn=b"BT /E 9 Tf (aaa) Tj ET", resources=b"/Font << /E 6 0 R >>")),
)  # fmt: skip


def every() -> Iterator[Odd]:
    yield from (either(title, "管理制度.pdf", data) for title, data in EITHER)
