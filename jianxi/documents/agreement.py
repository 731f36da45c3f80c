"""就业见习协议书: the paper of one version of it, to be signed and stamped."""

from jianxi.documents import paper
from jianxi.documents.paper import Paper
from jianxi.domain.agreements import Agreement

TITLE = "就业见习协议书"
TEMPLATE = "documents/agreement.html"


def html(printed: Paper, content: Agreement, digest: str) -> str:
    """To be drawn."""
    return paper.html(TEMPLATE, printed, agreement=content, digest=digest)
