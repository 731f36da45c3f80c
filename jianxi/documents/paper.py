"""What every paper carries: its title, 编号, version and 核验码 with the QR code, and 「草稿」 while nothing is in force."""

from dataclasses import dataclass

from markupsafe import Markup

from jianxi.documents import qr
from jianxi.domain import paper_codes
from jianxi.templating import render


@dataclass(frozen=True, slots=True)
class Paper:
    """`number` and `code` are empty on a paper of what was never submitted."""

    title: str
    version: str
    """第2次提交, as it is printed."""
    is_draft: bool
    number: str = ""
    code: str = ""
    site: str = ""
    """The public address of this installation."""

    @property
    def code_grouped(self) -> str:
        return paper_codes.grouped(self.code)

    @property
    def picture(self) -> Markup:
        """The address under which anybody verifies the paper, to be scanned."""
        return qr.printed(f"{self.site}/verify/{self.code}")


def html(template: str, paper: Paper, **context: object) -> str:
    """What documents.pool draws: a template that extends documents/paper.html, and what it shows."""
    return render(template, {"paper": paper, **context})
