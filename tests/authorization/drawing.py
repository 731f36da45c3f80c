"""Each paper is drawn once: for the next who asks for the same one, it is the same bytes."""

import pytest

from jianxi.documents import pool


def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing takes a second, and who may see a base asks for its paper again and again."""
    draw, drawn = pool.draw, dict[str, bytes]()

    async def known(html: str) -> bytes:
        if html not in drawn:
            drawn[html] = await draw(html)
        return drawn[html]

    monkeypatch.setattr(pool, "draw", known)
