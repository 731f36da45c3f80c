"""The addresses of 参数 and 最低工资标准: every office reads, cities enter wages; a county is told that it sets nothing."""

from tests.authorization.entry import Entry
from tests.authorization.people import CITIES

ENTRIES: dict[str, Entry] = {
    "/authority/parameters": Entry(),
    "/authority/parameters/{key}": Entry(more=frozenset({403})),
    "/authority/wages": Entry(),
    "/authority/wages/export": Entry(),
    "/authority/wages/{county}": Entry(more=frozenset({404})),
    **{f"/authority/wages/{noun}": Entry(kinds=CITIES) for noun in ("new", "import", "template")},
}
