"""Printed papers by the code that verifies them."""

from piccolo.columns import Integer, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class Paper(Table):
    """One version of a record that can be printed. `code` is random and stands in the paper's QR code."""

    id: Serial
    code = Varchar(length=16, unique=True)
    """Symbols of domain.reference_numbers.ALPHABET."""
    kind = Varchar(length=16)
    """base: 就业见习基地申请表."""
    record = Integer()
    version = Integer()
    """Of a base the number of its submission."""
    number = Text()
    """编号, as printed."""
    issued_at = Timestamptz(default=None)
