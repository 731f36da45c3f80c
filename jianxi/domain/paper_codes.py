"""核验码 of a printed paper: 16 random symbols, in groups of four where people read them."""

from jianxi.domain.reference_numbers import ALPHABET, mended
from jianxi.domain.texts import Malformed

__all__ = ["ALPHABET", "LENGTH", "check", "digest_grouped", "grouped"]

LENGTH = 16
"""79 bits: nobody guesses one."""


def check(text: str) -> str:
    """A typed code in its one spelling; raises `Malformed`. Misread letters are mended."""
    bare = mended(text)
    if len(bare) != LENGTH or any(symbol not in ALPHABET for symbol in bare):
        raise Malformed(f"核验码为{LENGTH}位数字和字母，印在文书二维码的下方，请核对后再输入")
    return bare


def grouped(code: str) -> str:
    """As printed: 「7K2M 90QX 41BD WWE8」."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def digest_grouped(digest: str) -> str:
    """As printed and as the verification shows it: 「502c7e1a 4cb859be …」."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
