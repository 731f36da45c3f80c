"""Which browser it was, in plain words such as 「Chrome 108 · Windows」, from what it says of itself."""

import re

UNKNOWN = "未知浏览器"
_BROWSERS = (
    ("微信", r"MicroMessenger/(\d+)"),
    ("QQ浏览器", r"M?QQBrowser/(\d+)"),
    ("360浏览器", r"(?:360SE|360EE|QihooBrowser)(?:/(\d+))?"),
    ("搜狗浏览器", r"SE \d\.X MetaSr(?: (\d+))?"),
    ("Edge", r"Edg(?:e|A|iOS)?/(\d+)"),
    ("Opera", r"OPR/(\d+)"),
    ("Firefox", r"(?:Firefox|FxiOS)/(\d+)"),
    ("IE", r"MSIE (\d+)"),
    ("IE", r"Trident/.*rv:(\d+)"),
    ("Chrome", r"(?:Chrome|CriOS|Chromium)/(\d+)"),
    ("Safari", r"Version/(\d+).*Safari/"),
)
"""The first that is found names it: nearly all of them claim to be Chrome and Safari besides."""
_SYSTEMS = (
    ("鸿蒙", "HarmonyOS|OpenHarmony"),
    ("Android", "Android"),
    ("iOS", "iPhone|iPad|iPod"),
    ("Windows", "Windows"),
    ("macOS", "Mac OS X|Macintosh"),
    ("Linux", "Linux|X11"),
)
_LONGEST = 600
"""Characters of it that are looked at; nothing of it is kept."""


def in_words(told: str) -> str:
    """Names and a version from our own list alone: nothing that a stranger wrote is repeated."""
    text = told[:_LONGEST]
    system = next((name for name, sign in _SYSTEMS if re.search(sign, text)), "")
    return " · ".join(word for word in (_browser(text), system) if word)


def _browser(text: str) -> str:
    for name, sign in _BROWSERS:
        if found := re.search(sign, text, re.ASCII):
            return f"{name} {found[1][:4]}" if found[1] else name
    return UNKNOWN
