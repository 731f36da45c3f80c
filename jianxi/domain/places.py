"""A place as people write it (济南市历下区, 山东省济南市历下区, 370102) found in the directory of regions."""

from jianxi.domain.regions import Directory, Level
from jianxi.domain.texts import compact


class Places:
    """Looks up a region by its code or by its name with those above it. A name that two regions share is no answer."""

    def __init__(self, directory: Directory) -> None:
        self._codes = frozenset(directory)
        self._by_name: dict[str, str | None] = {}
        for code, region in directory.items():
            full = directory.full_name(code)
            names = {full, region.name}
            if region.level is not Level.PROVINCE:
                names.add(directory.name(code[:2] + "0000") + full)
            for name in names:
                self._by_name[name] = None if self._by_name.get(name, code) != code else code

    def find(self, text: str) -> str | None:
        """The code, or None when nothing or more than one region fits."""
        written = compact(text)
        return written if written in self._codes else self._by_name.get(written)
