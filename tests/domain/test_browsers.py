"""Browsers are told apart in words of our own, whatever they say of themselves."""

import pytest

from jianxi.domain.browsers import in_words

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
CHROME = f"{WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.0.0 Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (CHROME, "Chrome 108 · Windows"),
        (f"{CHROME} Edg/108.0.1462.54", "Edge 108 · Windows"),
        (f"{CHROME} QQBrowser/11.5", "QQ浏览器 11 · Windows"),
        (f"{CHROME} 360SE", "360浏览器 · Windows"),
        (f"{WINDOWS[:-1]}; rv:107.0) Gecko/20100101 Firefox/107.0", "Firefox 107 · Windows"),
        ("Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko", "IE 11 · Windows"),
        (f"{IPHONE} Version/16.1 Mobile/15E148 Safari/604.1", "Safari 16 · iOS"),
        (f"{IPHONE} Mobile/15E148 MicroMessenger/8.0.30", "微信 8 · iOS"),
        ("Mozilla/5.0 (Linux; Android 13) Chrome/107.0.0.0 Mobile Safari/537.36", "Chrome 107 · Android"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/69.0.3497.0 Safari/537.36", "Chrome 69 · Linux"),
        ("curl/8.0", "未知浏览器"),
        ("", "未知浏览器"),
    ],
)
def test_a_browser_is_named_with_its_version_and_system(told: str, words: str) -> None:
    assert in_words(told) == words


@pytest.mark.parametrize("told", ["<script>alert(1)</script>", "Chrome/" + "9" * 9000, "\x00\u202e" * 999])
def test_nothing_that_a_stranger_wrote_is_repeated(told: str) -> None:
    assert in_words(told) in {"未知浏览器", "Chrome 9999"}
