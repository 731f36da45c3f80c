"""就业见习协议书: the paper of one version of it, to be signed and stamped."""

from jianxi.documents import paper
from jianxi.documents.paper import Paper
from jianxi.domain import money
from jianxi.domain.agreements import Agreement
from jianxi.domain.paper_codes import digest_grouped

TITLE = "就业见习协议书"
TEMPLATE = "documents/agreement.html"


def html(printed: Paper, content: Agreement, digest: str) -> str:
    """To be drawn. `digest` is that of the content as it was kept."""
    fen = content.allowance_fen
    words = {"allowance": money.format_yuan(fen), "capitals": "人民币" + money.in_capitals(fen)}
    return paper.html(TEMPLATE, printed, agreement=content, digest=digest_grouped(digest), **words)
