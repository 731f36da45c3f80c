"""Pages of a list: 20 rows, numbered."""

from dataclasses import dataclass

from starlette.requests import Request

from jianxi.web.requests import query_of, whole_number

SIZE = 20
LAST = 50_000


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of `total` rows; `capped` when counting stopped at `total` and there are more."""

    number: int
    total: int
    size: int = SIZE
    capped: bool = False

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    @property
    def first(self) -> int:
        """Number of the first row shown; 0 in an empty list."""
        return min(self.offset + 1, self.total)

    @property
    def last(self) -> int:
        return min(self.offset + self.size, self.total)

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        return self.number + 1 if self.capped or self.number < self.pages else None

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """The page numbers to show: first, last and two around this one; None where some are left out."""
        shown = sorted(
            {1, self.pages} | {n for n in range(self.number - 2, self.number + 3) if 1 <= n <= self.pages}
        )
        line: list[int | None] = []
        for number in shown:
            if line and line[-1] is not None and number - line[-1] > 1:
                line.append(None)
            line.append(number)
        return tuple(line)


def page_number(request: Request) -> int:
    """`?page=` of the address; anything that is no page number is the first page."""
    number = whole_number(query_of(request).one("page"))
    return number if number is not None and 1 <= number <= LAST else 1
