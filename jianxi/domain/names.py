"""Names of persons 姓名 and units 单位名称: every Han character is kept, nothing invisible enters."""

import re
import unicodedata

from jianxi.domain.texts import HAN, Malformed, clean_line, composed, halfwidth, is_forbidden, unified_dots

SHORTEST = 2
LONGEST_PERSON = 50
LONGEST_UNIT = 100

_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FULLWIDTH_LETTERS = re.compile("[Ａ-Ｚａ-ｚ\uff07\uff0d]")
_SPACE = "[ \u00a0\u2000-\u200a\u202f\u3000]+"
_DOT_OF_HAN = re.compile(f"(?<=[{HAN}])(?:{_SPACE})?[.](?:{_SPACE})?(?=[{HAN}])")
_SPACE_OF_HAN = re.compile(f"(?<=[{HAN}·]){_SPACE}(?=[{HAN}])|{_SPACE}(?=·)|(?<=·){_SPACE}")
_IS_HAN = re.compile(f"[{HAN}]")


def clean_person_name(text: str) -> str:
    """A person's name fit to keep: 2 to 50 characters; raises `Malformed`."""
    name = _normalised(text)
    if not name:
        raise Malformed("请输入姓名")
    for character in name:
        if not _belongs(character):
            raise Malformed(_stranger(character))
    if not SHORTEST <= len(name) <= LONGEST_PERSON:
        raise Malformed(
            f"姓名应为{SHORTEST}至{LONGEST_PERSON}个字，您输入了{len(name)}个字，请输入证件上的完整姓名"
        )
    if name.startswith("·") or name.endswith("·"):
        raise Malformed("姓名不能以“·”开头或结尾，请核对")
    return name


def clean_unit_name(text: str) -> str:
    """A unit's name fit to keep: one line of 2 to 100 characters; raises `Malformed`."""
    name = unified_dots(clean_line(text))
    if not name:
        raise Malformed("请输入单位名称")
    if not SHORTEST <= len(name) <= LONGEST_UNIT:
        raise Malformed(f"单位名称应为{SHORTEST}至{LONGEST_UNIT}个字，您输入了{len(name)}个字，请核对")
    return name


def mask_unit(name: str) -> str:
    """济南***公司: enough to know a unit again, too little to learn its name. How much is left out is not told."""
    shown = 2 if len(name) > 5 else 1
    return name[:shown] + "***" + (name[-shown:] if len(name) > 2 else "")


def mask_person(name: str) -> str:
    """赵**: how many characters are left out is not told."""
    return f"{name[:1]}**"


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one person's name: spaces, dots, width and case of letters do not matter."""
    return comparable(one) == comparable(other)


def comparable(name: str) -> str:
    """What `same_name` compares. NFC and never NFKC: NFKC would make one of two different characters."""
    return unicodedata.normalize("NFC", _normalised(name)).casefold()


def _normalised(text: str) -> str:
    """The spelling that is kept, whether acceptable or not; doing it twice changes nothing."""
    # A variation selector chooses among drawings of one character. No identity card carries it.
    name = _SELECTORS.sub("", text)
    name = composed(_FULLWIDTH_LETTERS.sub(lambda found: halfwidth(found[0]), name))
    name = unified_dots(_DOT_OF_HAN.sub("·", name.replace("’", "'").replace("．", "·")))
    name = _SPACE_OF_HAN.sub("", name.strip())
    return re.sub(_SPACE, " ", re.sub("·+", "·", name))


def _belongs(character: str) -> bool:
    if _IS_HAN.fullmatch(character) or character in "· '-.":
        return True
    # Foreign names in Latin letters, accents included: the character's own name begins with its script.
    return unicodedata.name(character, "").startswith("LATIN ")


def _stranger(character: str) -> str:
    if is_forbidden(character) or unicodedata.category(character) in {"Cf", "Zl", "Zp"}:
        return f"姓名中含有不可见的字符（U+{ord(character):04X}），请删除后重新输入"
    if unicodedata.category(character) == "Co":
        return f"姓名中有系统无法识别的自造字（U+{ord(character):04X}），请用支持生僻字的输入法重新输入"
    return f"姓名中不能有“{character}”，请输入证件上的姓名"
