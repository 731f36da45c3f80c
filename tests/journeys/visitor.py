"""What a person can do with the pages, whatever shows them: a browser, or plain HTTP forms."""

from typing import Protocol

from tests.journeys.attachments import File


class Visitor(Protocol):
    """Finds things by their words only: links and buttons by text, fields by label, rows by what stands in them."""

    def open(self, path: str) -> int:
        """Types an address; returns the status."""

    def follow(self, link: str, within: str = "") -> None:
        """A link whose text begins so; `within` the row, section or part that holds these words."""

    def go_to(self, entry: str) -> None:
        """An entry of the menu."""

    def fill(self, label: str, value: str, within: str = "") -> None:
        """Types into a field, or chooses an option by its word."""

    def tick(self, label: str, within: str = "") -> None:
        """Ticks a box."""

    def attach(self, label: str, *files: File, within: str = "") -> None:
        """Chooses files for a field, each with its name and content; what was chosen before goes."""

    def upload(self, label: str, *files: File) -> None:
        """Chooses files for a field that sends them at once; without scripts its button 上传 does."""

    def download(self, link: str, within: str = "") -> File:
        """The name under which a link's file is saved, and what is in it."""

    def press(self, button: str, within: str = "") -> None:
        """A button whose text begins so."""

    def unfold(self, summary: str, within: str = "") -> None:
        """Opens what a summary that begins so keeps folded."""

    def sees(self, text: str, within: str = "") -> None:
        """Fails unless the page comes to say so."""

    def misses(self, text: str) -> None:
        """Fails if the page says so."""

    def value(self, label: str) -> str:
        """What stands in a field."""

    def offers(self, button: str, within: str = "") -> bool:
        """Is there such a button."""

    @property
    def here(self) -> str:
        """The path and query shown."""


def fill_all(visitor: Visitor, answers: dict[str, str], within: str = "") -> None:
    for label, value in answers.items():
        visitor.fill(label, value, within)
