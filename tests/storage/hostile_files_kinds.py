"""Files of other kinds, under names that lie, and names that would like to be paths or orders."""

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Iterator

from PIL import Image

from jianxi.storage import samples
from tests.storage.hostile_files import PLANTED, Odd, cleaned, refused

FORMAT = "不是支持的格式，请上传PDF、JPEG或PNG文件"
SCRIPT = b"<script>alert('" + PLANTED + b"')</script>"
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
XML_BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + LAUGHS + b"]><x>&l9;</x>"


def saved(kind: str, **settings: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(written, kind, **settings)
    return written.getvalue()


def zipped(entries: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries.items():
            package.writestr(name, data)
    return written.getvalue()


def _nested_zip() -> bytes:
    inner = zipped({"0": bytes(5_000_000)})
    for _ in range(4):
        inner = zipped({str(place): inner for place in range(8)})
    return inner


def _tar() -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../etc/passwd"), io.BytesIO(b""))
    return written.getvalue()


OFFICE = {"[Content_Types].xml": b"<Types/>", "word/document.xml": XML_BOMB, "word/vbaProject.bin": PLANTED}
OTHERS = (
    ("a BMP that is called so", "营业执照副本.bmp", saved("BMP"), "是BMP图片，" + FORMAT),
    ("a BMP called JPEG", "营业执照.jpg", saved("BMP"), "BMP图片"),
    ("a GIF", "公章.gif", saved("GIF"), "GIF图片"),
    ("a GIF that is also a script", "公章.jpg", b"GIF89a/*" + saved("GIF")[6:] + b"*/=1;alert(1)", "GIF图片"),
    ("a WEBP called PNG", "门头.png", saved("WEBP"), "WEBP图片"),
    ("a TIFF", "扫描件.tif", saved("TIFF"), "TIFF图片"),
    ("a TIFF of the other byte order", "扫描件.tiff", b"MM\0*" + bytes(40), "TIFF图片"),
    ("a HEIC of a telephone", "IMG_0001.HEIC", b"\0\0\0\x18ftypheic" + bytes(60), "HEIC图片"),
    ("an AVIF called JPEG", "照片.jpg", b"\0\0\0\x20ftypavif" + bytes(60), "HEIC图片"),
    ("a film called JPEG", "照片.jpg", b"\0\0\0\x20ftypisom" + bytes(60), "视频"),
    ("an icon", "图标.ico", saved("ICO"), FORMAT),
    ("a JPEG 2000", "照片.jp2", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(50), FORMAT),
    ("a PCX", "照片.jpg", b"\x0a\x05\x01\x08" + bytes(200), FORMAT),
    ("an EPS that PIL would hand to a program", "公章.png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "PostScript"),
    ("an SVG with a script", "公章.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'>" + SCRIPT + b"</svg>", "SVG图片"),
    ("an SVG called PNG", "公章.png", b"<?xml version='1.0'?><svg>" + SCRIPT + b"</svg>", "SVG图片"),
    ("an SVG that is an XML bomb", "公章.svg", XML_BOMB.replace(b"<x>", b"<svg>"), "SVG图片"),
    ("an XML bomb", "数据.xml", XML_BOMB, FORMAT),
    ("XML that asks for a file", "数据.pdf", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', FORMAT),
    ("a page called PDF", "制度.pdf", b"<!DOCTYPE html><body>" + SCRIPT, "网页"),
    ("a page after blanks", "制度.png", b"\n\n  \t<html>" + SCRIPT, "网页"),
    ("a page with a byte order mark", "制度.jpg", b"\xef\xbb\xbf<script>1</script>", "网页"),
    ("a page in UTF-16", "制度.jpg", "\ufeff<html><script>1</script>".encode("utf-16-le"), FORMAT),
    ("a Word document", "制度.docx", zipped(OFFICE), "压缩包或Office、OFD文档"),
    ("a Word document called PDF", "制度.pdf", zipped(OFFICE), FORMAT),
    ("an old Word document", "制度.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "旧版Office文档"),
    ("an RTF with an object", "制度.rtf", b"{\\rtf1{\\object\\objdata 0105}}", "RTF文档"),
    ("an OFD called PDF", "电子执照.pdf", zipped({"OFD.xml": b"<ofd:OFD/>"}), "OFD文档"),
    ("a zip that walks up", "附件.zip", zipped({"../../etc/cron.d/x": b"x"}), "压缩包"),
    ("a zip with nothing in it", "附件.zip", zipped({}), "压缩包"),
    ("a RAR", "附件.rar", b"Rar!\x1a\x07\x01\0" + bytes(60), "压缩包"),
    ("a 7z", "附件.7z", b"7z\xbc\xaf\x27\x1c" + bytes(60), "压缩包"),
    ("a gzip bomb called PNG", "附件.png", gzip.compress(bytes(9_000_000)), "压缩包"),
    ("a tar", "附件.pdf", _tar(), FORMAT),
    ("a program for Windows", "执照.pdf.exe", b"MZ\x90\0" + bytes(300), "程序"),
    ("a program called PDF", "执照.pdf", b"MZ\x90\0" + bytes(300), "程序"),
    ("a program for Linux", "执照.png", b"\x7fELF\x02\x01\x01" + bytes(60), "程序"),
    ("a script of a shell", "执照.jpg", b"#!/bin/sh\nrm -rf ~\n", "程序"),
    ("a script of a server", "shell.php", b"<?php system($_GET['c']); ?>", FORMAT),
    ("a script of a server called JPEG", "shell.php.jpg", b"<?php system($_GET['c']); ?>", FORMAT),
    ("plain text called PDF", "制度.pdf", "就业见习管理制度".encode(), FORMAT),
    ("text in GBK", "制度.pdf", "就业见习管理制度".encode("gbk"), FORMAT),
    ("only zeros", "制度.pdf", bytes(4096), FORMAT),
    ("one byte", "制度.pdf", b"%", FORMAT),
    ("a font", "字体.pdf", b"OTTO\0\x0b" + bytes(90), FORMAT),
    ("a mail", "制度.pdf", b"From: x\r\nContent-Type: text/html\r\n\r\n" + SCRIPT, FORMAT),
    ("half of a PNG's signature", "照片.png", b"\x89PNG\r\n", FORMAT),
    ("a PNG whose ends of lines were changed", "照片.png", samples.picture().content.replace(b"\r\n", b"\n", 1), FORMAT),
    ("a shortcut of Windows", "执照.pdf", struct.pack("<I", 0x4C) + bytes(80), FORMAT),
    ("nothing at all", "制度.pdf", b"", "是空文件"),
    ("nothing, called PNG", "证件.png", b"", "是空文件"),
    ("11 MB of a PDF", "制度.pdf", samples.document().content.ljust(11 * 1024 * 1024), "”为11MB，单个文件不能超过10MB，请压缩后重新上传"),
    ("11 MB of a PNG", "证件.png", samples.picture().content.ljust(11 * 1024 * 1024, b"\0"), "”为11MB，单个文件不能超过10MB"),
    ("a PDF behind a program", "制度.pdf", b"#!/bin/sh\n" + samples.document().content, "的开头有不属于PDF的内容"),
    ("a PDF behind a page", "制度.pdf", SCRIPT + samples.document().content, "的开头有不属于PDF的内容"),
    ("a PDF behind a zip's beginning", "制度.pdf", b"PK\x03\x04" + samples.document().content, "的开头有不属于PDF的内容"),
    ("a PDF behind a GIF's beginning", "制度.pdf", b"GIF89a" + samples.document().content, "的开头有不属于PDF的内容"),
    ("a PDF far behind", "制度.pdf", bytes(5000) + samples.document().content, FORMAT),
)  # fmt: skip

NAMES = (
    "../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/dev/null",
    "C:\\证件\\营业执照.png",
    "证件.png\0.exe",
    "证件\u202egnp.exe",
    "\u2066证件\u2069.png",
    "证件\r\nContent-Type: text/html\r\n\r\n.png",
    "证件\x1b[31m.png",
    '"><script>alert(1)</script>.png',
    "'; DROP TABLE stored_files;--.png",
    "{{7*7}}{name}{detail}%s%n.png",
    "CON",
    "....",
    "",
    "证" * 5000 + ".png",
    "\ud800.png",
    "=HYPERLINK(1).png",
    "~$证件.png",
    "-rf.png",
)


def every() -> Iterator[Odd]:
    yield from (refused(*row) for row in OTHERS)
    yield refused("a zip of zips", "附件.zip", _nested_zip, "压缩包")
    for name in NAMES:
        yield cleaned(f"a picture called {ascii(name)[:40]}", name, samples.picture().content)
        yield refused(f"an empty file called {ascii(name)[:40]}", name, b"", "是空文件")
