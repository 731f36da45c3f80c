"""When a password is too weak to protect public money: short, common, or a pattern of the keyboard."""

from jianxi.domain.texts import Malformed

SHORTEST = 12
LONGEST = 128

_RUNS = (
    "01234567890123456789",
    "98765432109876543210",
    "abcdefghijklmnopqrstuvwxyz",
    "zyxwvutsrqponmlkjihgfedcba",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujmikolp",
)
_COMMON = (
    "password",
    "passw0rd",
    "p@ssw0rd",
    "iloveyou",
    "woaini",
    "5201314",
    "admin",
    "welcome",
    "letmein",
    "jianxi",
    "abc123",
    "qwerty",
    "a123456",
    "mima",
)


def check(password: str, username: str) -> str:
    """The password itself, unchanged, or `Malformed` with what to do."""
    if len(password) < SHORTEST:
        raise Malformed(f"密码至少{SHORTEST}位，您输入了{len(password)}位")
    if len(password) > LONGEST:
        raise Malformed(f"密码最多{LONGEST}位，您输入了{len(password)}位")
    if is_common(password, username):
        raise Malformed("这个密码太常见，容易被猜中。请换一个，例如几个不相关的词加上数字")
    return password


def is_common(password: str, username: str) -> bool:
    """Whether little is left once user name, common words and keyboard runs are taken out."""
    rest = password.lower()
    if len(username) >= 4:
        rest = rest.replace(username.lower(), "")
    for word in _COMMON:
        rest = rest.replace(word, "")
    return len(set(password)) < 5 or len(_without_runs(rest)) < 5


def _without_runs(text: str) -> str:
    """The text without pieces of four and more characters that lie in a row on the keyboard or in the alphabet."""
    kept, at = "", 0
    while at < len(text):
        length = next((n for n in range(len(text) - at, 3, -1) if _is_run(text[at : at + n])), 0)
        kept += "" if length else text[at]
        at += length or 1
    return kept


def _is_run(piece: str) -> bool:
    return len(set(piece)) == 1 or any(piece in run for run in _RUNS)
