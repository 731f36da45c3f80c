"""Typed text made fit to keep: trimmed, composed, without characters that nobody can see."""

import re
import unicodedata


class Malformed(ValueError):
    """What was typed cannot be taken. The sentence says why and what to do, in the words a person reads."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Han characters, for use inside a regular expression's brackets. Ranges, with planes 2 and 3 whole: the
interpreter's own character table does not know the newest extensions, and people are named with them."""

DOTS = "•‧・･∙⋅●˙\u0387\u16eb\u2e31\u2e33\ua78f\ufe52"
"""What keyboards offer in place of the separator of names, U+00B7."""

_COMPATIBILITY = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DOTS = dict.fromkeys(map(ord, DOTS), "·")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ENDS_OF_LINES = re.compile("\r\n?|[\u0085\u2028\u2029]")


def halfwidth(text: str) -> str:
    """Full-width digits, letters, signs and spaces as their ASCII twins; everything else as it was."""
    return text.translate(_WIDTHS)


def compact(text: str) -> str:
    """A number or code as typed or pasted: half-width and without any space."""
    return "".join(halfwidth(text).split())


def composed(text: str) -> str:
    """NFC, except that compatibility ideographs stay: NFC would replace a character of somebody's name."""
    pieces = _COMPATIBILITY.split(text)
    kept = [piece if index % 2 else unicodedata.normalize("NFC", piece) for index, piece in enumerate(pieces)]
    return "".join(kept)


def is_invisible(character: str) -> bool:
    """Zero-width and other format characters that say nothing (the reordering ones are `is_forbidden`)."""
    return unicodedata.category(character) == "Cf" and character not in _BIDI


def is_forbidden(character: str) -> bool:
    """Control characters, bidirectional overrides, halves of characters, code points that are none, and U+FFFD, which
    stands where something that cannot be kept was taken out."""
    noncharacter = (
        character == "\ufffd" or ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
    )
    return character in _BIDI or unicodedata.category(character) in {"Cc", "Cs"} or noncharacter


def clean_line(text: str) -> str:
    """One line of text. Tabs and line ends become spaces; raises `Malformed`."""
    return re.sub(r"[\t\n]", " ", clean_text(text)).strip()


def clean_text(text: str) -> str:
    """Text of several lines, its ends of lines as \\n; raises `Malformed` for what hides."""
    unified = _ENDS_OF_LINES.sub("\n", text)
    # Zero-width characters come along with every paste from a word processor. Dropping them loses nothing,
    # while a refusal would point at something the person cannot see.
    seen = "".join(character for character in unified if not is_invisible(character))
    for character in seen:
        if character not in "\n\t" and is_forbidden(character):
            raise Malformed(f"文字中含有不可见的控制字符（U+{ord(character):04X}），请删除后重新输入")
    lines = (line.rstrip() for line in composed(seen).split("\n"))
    return "\n".join(lines).strip()


def fold(text: str) -> str:
    """The form that is searched in and searched for: lower-case, half-width, one space between words, NFC."""
    narrow = halfwidth(unicodedata.normalize("NFC", text).translate(_DOTS)).lower()
    return " ".join(unicodedata.normalize("NFC", narrow).split())


def unified_dots(text: str) -> str:
    """The look-alikes of the separator of names as U+00B7."""
    return text.translate(_DOTS)
