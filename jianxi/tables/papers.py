"""Printed papers by the code that verifies them."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.files import StoredFile


class Paper(Table):
    """One version of a record that can be printed. `code` is random and stands in the paper's QR code."""

    id: Serial
    code = Varchar(length=16, unique=True)
    """Symbols of domain.reference_numbers.ALPHABET."""
    kind = Varchar(length=16)
    """base: 就业见习基地申请表; agreement: 就业见习协议书; certificate: 解除就业见习协议证明."""
    record = Integer()
    version = Integer()
    """Of a base the number of its submission, of an agreement or certificate that of its registration."""
    number = Text()
    """编号, as printed."""
    issued_at = Timestamptz(default=None)
    digest = Varchar(length=64, default="")
    """SHA-256 of `content` before sealing, printed on the paper; empty where none is kept."""
    content = Bytea(null=True, default=None)
    """Sealed: everything that an agreement or certificate says, as it was when the version was made."""
    file = ForeignKey(references=StoredFile, on_delete=OnDelete.restrict, null=True, default=None, index=True)
    """The PDF, drawn when it is first asked for and the same ever after."""
