"""Text and values of the statements that Piccolo composes, and the start of those that are asked again and again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from string import Formatter
from typing import Any

from piccolo.custom_types import Combinable
from piccolo.querystring import QueryString, Selectable
from piccolo.table import Table

Row = dict[str, Any]


def compiled(statement: QueryString, mark: str) -> tuple[str, list[Any]]:
    """What `QueryString.compile_string` answers, at a fifth of its cost. `mark` is "?" or "$", which is numbered."""
    texts: list[str] = []
    values: list[Any] = []
    _collect(statement, mark, texts, values)
    return "".join(texts), values


def _collect(statement: QueryString, mark: str, texts: list[str], values: list[Any]) -> None:
    given = statement.args
    for place, text in enumerate(_pieces(statement.template)):
        texts.append(text)
        if place >= len(given):
            continue
        value = given[place]
        if isinstance(value, QueryString):
            _collect(value, mark, texts, values)
        else:
            values.append(value)
            texts.append(mark if mark == "?" else f"{mark}{len(values)}")


@lru_cache(maxsize=4_096)
def _pieces(template: str) -> tuple[str, ...]:
    """The text before each pair of braces, and what is left behind the last."""
    return tuple(text for text, *_ in Formatter().parse(template))


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """A constant: columns of a table, and of tables joined by them, that are asked for again and again. Piccolo composes
    their names and joins once, which takes it longer than the answer takes the database. Conditions speak of columns
    of the same tables."""

    table: type[Table]
    columns: tuple[Selectable, ...]
    heads: dict[str, QueryString] = field(default_factory=dict)
    """Down to the joins, by dialect: text without values, as columns have none."""

    async def where(self, condition: Combinable, ending: str = "") -> list[Row]:
        """As `table.select(*columns).where(condition)` and what follows it."""
        dialect = engine_of(self.table).engine_type
        if dialect not in self.heads:
            text, _ = compiled(self.table.select(*self.columns).querystrings[0], "?")
            self.heads[dialect] = QueryString(text)
        statement = QueryString(f"{{}} WHERE {{}} {ending}", self.heads[dialect], condition.querystring)
        return await run(self.table, statement)


async def run(table: type[Table], statement: QueryString) -> list[Row]:
    rows: list[Row] = await engine_of(table).run_querystring(statement)
    return rows


def engine_of(table: type[Table]) -> Any:
    return table._meta.db


def returning(columns: Sequence[Any]) -> str:
    return "RETURNING " + ", ".join(f'"{column._meta.db_column_name}"' for column in columns)
