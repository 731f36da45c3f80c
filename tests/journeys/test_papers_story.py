"""见习基地 whole: real files, a rejection and what was amended, the level changed, the paper printed, files saved by both
offices, filed, returned, filed again and received. In Chromium and by plain forms, in a folder and in a bucket."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdfium2 import PdfDocument
from python_calamine import load_workbook

from jianxi.storage import samples
from tests.journeys import bases, filings
from tests.journeys.attachments import File
from tests.journeys.browser import DESKTOP, PHONE, BrowserVisitor
from tests.journeys.cast import BASE_FACTS, SOFTWARE
from tests.journeys.conftest import Enter
from tests.journeys.installation import Installation, serving
from tests.journeys.visitor import Visitor
from tests.sharing import asked_on

RULES: File = ("就业见习管理制度（2026年修订）.pdf", samples.document().content)
LICENCE: File = ("营业执照 䶮.png", samples.picture().content)
NEWER: File = ("营业执照（新）.png", samples.picture().content + b"appended")
NOT_A_PICTURE: File = ("营业执照副本.png", b"BM" + bytes(200))
REASON = "单位证件不清晰或已过期"
NAME = "孙𬭎·𠮷"
"""法定代表人 of the amended form: its characters are drawn by two fonts."""


@pytest.fixture
def store_kind(database_kind: str) -> str:
    """Each kind of store is met once."""
    return {"sqlite": "folder", "postgres": "s3"}[database_kind]


@pytest.fixture
def site(installation: Installation, store_kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    told = {"JIANXI_STORAGE_URL": request.getfixturevalue("bucket")} if store_kind == "s3" else {}
    with serving(replace(installation, settings=told)) as address:
        yield address


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))


class Story:
    """One employer, its two offices, the province and a stranger."""

    def __init__(self, enter: Enter) -> None:
        self.enter = enter
        self.employer = bases.register(enter(), SOFTWARE)
        self.county = bases.sign_in(enter(), "lixia")
        self.city = bases.sign_in(enter(), "jinan")
        self.province = bases.sign_in(enter(), "shandong")

    def apply(self) -> None:
        """A file that is none is refused, the rest of the form and the good ones stay."""
        self.employer.go_to("见习基地申请")
        self.employer.sees("未开始")
        bases.fill_in(self.employer, SOFTWARE)
        self.employer.attach("就业见习管理制度", RULES)
        self.employer.attach("单位证件信息", NOT_A_PICTURE, LICENCE)
        self.employer.press("提交")
        self.employer.sees("营业执照副本.png")
        self.employer.sees("请上传PDF、JPEG或PNG文件")
        self.employer.sees("已上传", within=LICENCE[0])
        assert self.employer.value("法定代表人") == BASE_FACTS["法定代表人"]
        bases.submit(self.employer, SOFTWARE)

    def reject(self) -> None:
        self.county.go_to("见习基地审核")
        self.county.follow(SOFTWARE.name)
        self.county.sees(RULES[0])
        self.county.press("审核不通过")
        self.county.tick(REASON)
        self.county.press("确认审核不通过")

    def amend(self) -> None:
        """The reason stands by its part; what was amended is marked and shown to the county."""
        self.employer.go_to("见习基地申请")
        self.employer.sees("需修改")
        self.employer.sees(REASON)
        self.employer.press("删除", within=LICENCE[0])
        self.employer.attach("单位证件信息", NEWER)
        self.employer.fill("法定代表人", NAME)
        self.employer.press("保存草稿")
        self.employer.sees("已修改")
        bases.submit(self.employer, SOFTWARE)
        self.county.go_to("见习基地审核")
        self.county.follow(SOFTWARE.name)
        self.county.sees("变更前")
        self.county.sees(NAME)
        self.county.sees(LICENCE[0])
        self.county.sees(NEWER[0])

    def approve(self) -> None:
        """The city confirms another level than was asked for."""
        bases.county_passes(self.county, SOFTWARE)
        self.city.go_to("见习基地审核")
        self.city.fill(f"基地级别：{SOFTWARE.name}", "市级")
        self.city.press("审核通过", within=SOFTWARE.name)
        self.city.open("/authority/bases?state=approved")
        self.city.sees("市级", within=SOFTWARE.name)

    def save(self) -> None:
        """The paper says what the record says; each office saves the files."""
        self.employer.go_to("见习基地申请")
        self.employer.sees("市级")
        name, pdf = self.employer.download("下载申请表")
        said = text_of(pdf)
        assert name.endswith(".pdf") and SOFTWARE.name in name
        assert NAME in said and SOFTWARE.credit_code in said and "草稿" not in said
        for office in (self.county, self.city):
            office.open("/authority/bases?state=approved")
            office.follow(SOFTWARE.name)
            assert office.download("下载", within=RULES[0])[0] == RULES[0]
            archive = zipfile.ZipFile(BytesIO(office.download("下载全部附件")[1]))
            assert archive.testzip() is None and len(archive.namelist()) == 2
            assert text_of(office.download("下载申请表")[1]) == said

    def file(self) -> None:
        """Filed, returned, filed again, received; the workbook holds what the screen shows."""
        filings.file(self.city, SOFTWARE)
        filings.send_back(self.province)
        filings.file_again(self.city, SOFTWARE)
        filings.receive(self.province)
        _, workbook = self.province.download("下载备案表")
        cells = load_workbook(BytesIO(workbook)).get_sheet_by_index(0).to_python()
        assert any(SOFTWARE.credit_code in row for row in cells)

    def strangers(self) -> None:
        """Another county's office finds nothing; anybody finds the base in the list and verifies nothing made up."""
        self.county.open("/authority/bases?state=approved")
        self.county.follow(SOFTWARE.name)
        bases.is_not_there(bases.sign_in(self.enter(), "huaiyin"), SOFTWARE, self.county.here)
        anyone = self.enter()
        anyone.open("/bases")
        anyone.sees("市级", within=SOFTWARE.name)
        assert anyone.open("/verify/0000000000000000") == 404

    def run(self) -> None:
        chapters = (self.apply, self.reject, self.amend, self.approve, self.save, self.file, self.strangers)
        for chapter in chapters:
            chapter()


@asked_on("sqlite")
def test_the_papers_story_runs_by_plain_forms(plainly: Callable[[], Visitor]) -> None:
    Story(plainly).run()


@pytest.fixture
def window_size(database_kind: str) -> tuple[int, int]:
    return {"sqlite": PHONE, "postgres": DESKTOP}[database_kind]


@asked_on("postgres")
def test_the_papers_story_runs_in_chromium(in_chromium: Callable[[], BrowserVisitor]) -> None:
    Story(in_chromium).run()
