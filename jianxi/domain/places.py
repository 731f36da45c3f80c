"""A place as people write it (济南市历下区, 山东省济南市历下区, 370102) found in the directory of regions."""

from jianxi.domain.regions import Directory, Level
from jianxi.domain.texts import compact


class Places:
    """Looks up a region by its code or by its name with those above it. A name that two regions share is no answer; one
    that was merged answers with the county that took it in."""

    def __init__(self, directory: Directory) -> None:
        self._current = {code: directory.current(code) for code in directory}
        self._by_name: dict[str, str | None] = {}
        for code, region in directory.items():
            full = directory.full_name(code)
            names = {full, region.name}
            if region.level is not Level.PROVINCE:
                names.add(directory.name(code[:2] + "0000") + full)
            for name in names:
                self._by_name[name] = self._only(self._by_name.get(name, code), code)

    def _only(self, known: str | None, code: str) -> str | None:
        """Of two that bear a name, one that was merged gives way."""
        if known is None or known == code:
            return known
        standing = [each for each in (known, code) if self._current[each] == each]
        return standing[0] if len(standing) == 1 else None

    def find(self, text: str) -> str | None:
        """The code of today, or None when nothing or more than one region fits."""
        found = self.written(text)
        return self._current[found] if found is not None else None

    def written(self, text: str) -> str | None:
        """The code that the text itself names, merged since or not."""
        typed = compact(text)
        return typed if typed in self._current else self._by_name.get(typed)
