"""Reads a PDF back, and makes an Application to print."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp

from jianxi.documents.base_application import TITLE, Application, Attachment, Opinion
from jianxi.documents.paper import Paper

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
CODE, SITE = "7K2M90QX41BDWWE8", "https://jianxi.test"
RARE = "阿依·䶮㛃𬭎𫍲𠮷𰻝"
NEED = {
    "year": "2026",
    "major": "机械工程",
    "degree": "本科",
    "wanted": "5",
    "to_retain": "2",
    "remark": "能适应倒班",
}
MENTOR = {
    "name": RARE,
    "sex": "男",
    "age": "45",
    "degree": "中专/高中",
    "major": "数控技术",
    "post": "高级工程师",
    "years": "20",
    "capacity": "3",
    "phone": "053188880000",
}


def application(is_draft: bool = False, **changes: Any) -> Application:
    city = Opinion("市级审核意见", "", "", None) if is_draft else Opinion("市级审核意见", "同意", "陈静", AT)
    said: dict[str, Any] = {
        "paper": Paper(TITLE, "第1次提交", is_draft, "JX3701-26-02H5T-8", CODE, SITE),
        "submitted_at": AT,
        "facts": [("单位名称", "济南𠮷祥公司"), ("法定代表人", RARE)],
        "note": "",
        "introduction": "本单位从事精密机械加工。",
        "needs": [NEED],
        "mentors": [MENTOR],
        "attachments": [Attachment("就业见习管理制度", "制度.pdf", 3)],
        "opinions": [Opinion("区县初审意见", "审核通过", "刘明", AT), city],
    }
    return Application(**{**said, **changes})


def texts(document: bytes) -> list[str]:
    """Of each page, without the breaks of lines, which are the paper's and not the record's."""
    with pypdfium2.PdfDocument(document) as pages:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pages]


def pictures(document: bytes, scale: float = 2) -> Sequence[Any]:
    with pypdfium2.PdfDocument(document) as pages:
        return [page.render(scale=scale).to_pil() for page in pages]


def scanned(document: bytes) -> list[str]:
    """What the QR codes of the first page say."""
    return [found.text for found in zxingcpp.read_barcodes(pictures(document, 3)[0])]


def fonts(document: bytes) -> dict[str, int]:
    """Name and packed bytes of each font that is in the file; a font that is not has none."""
    found: dict[str, int] = {}
    with pikepdf.open(BytesIO(document)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
                program = each.get("/FontFile2") or each.get("/FontFile3")
                found[str(each["/FontName"])] = len(program.read_raw_bytes()) if program is not None else 0
    return found
