"""How often the machine tries which verb. What a base loses ends all the rest, so that applications would be rare, and what
comes after them more so: each example is about something of its own."""

from collections.abc import Mapping

NOUNS = ("base", "position", "application", "placement", "departure", "retention", "roster", "wage")
THEMES: Mapping[str, Mapping[str, float]] = {
    "bases": dict(zip(NOUNS, (3, 3, 1.5, 1, 1, 1, 0.2, 0.1), strict=True)),
    "trainees": dict(zip(NOUNS, (0.6, 0.8, 1.5, 3, 4, 2, 0.5, 0.1), strict=True)),
    "money": dict(zip(NOUNS, (0.3, 0.3, 0.8, 2, 2, 1.5, 4, 1.5), strict=True)),
}
OFTEN = ("bases", "trainees", "trainees", "money")
RARER = {"departure reopen", "departure cancel", "departure recall", "placement reopen"}
OFTENER = {
    *("departure appeal", "roster submit", "roster accept", "roster send_back", "roster correct"),
    *("application withdraw", "application switch", "application reject", "application decline"),
    *("application cancel", "placement edit", "placement reject"),
    *("base reopen", "base resume", "position reopen", "position republish"),
}


def weight(theme: str, noun: str, verb: str) -> float:
    """What is taken back leads nowhere new; what has to be waited for seldom comes."""
    of = f"{noun} {verb}"
    return THEMES[theme][noun] * (0.4 if of in RARER else 3 if of in OFTENER else 1)
