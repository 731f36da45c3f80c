"""解除就业见习协议证明: the paper of one version of it, to be stamped."""

from jianxi.documents import paper
from jianxi.documents.paper import Paper
from jianxi.domain.certificates import Certificate
from jianxi.domain.paper_codes import digest_grouped

TITLE = "解除就业见习协议证明"
TEMPLATE = "documents/certificate.html"


def html(printed: Paper, content: Certificate, digest: str) -> str:
    """To be drawn."""
    return paper.html(TEMPLATE, printed, certificate=content, digest=digest_grouped(digest))
