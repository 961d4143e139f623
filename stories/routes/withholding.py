"""Which numbers of a series must not be shown, so that nobody in a small group is known by being counted.

A cell of fewer than ``LEAST`` persons is withheld. A series may also hold sums of its own cells (a country beside its
regions, a decade beside its years, all motives beside each): then as many more are withheld that none of the small ones
comes back by subtraction. Pure functions over cells; the museum itself never shows a sum that is not in the series.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

#: Fewer persons than this are withheld.
LEAST = 5

ORIGIN, DESTINATION, TIME, MOTIVE = range(4)


@dataclass(frozen=True)
class Cell:
    """One number of a series: places by their keys, first and last year (``None`` is open), a motive or none for all."""

    key: Hashable
    origin: Hashable
    destination: Hashable
    years: tuple[int | None, int | None]
    motive: str
    number: int


@dataclass(frozen=True)
class Sum:
    """A cell that others of the series add up to, wholly or in part."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def rest(self) -> int:
        """What the parts leave unexplained: nobody knows in how many cells."""
        return self.total.number - sum(part.number for part in self.parts)


def withheld_of_ranges(
    lower: Sequence[Cell], upper: Sequence[Cell], within: Mapping[Hashable, Hashable]
) -> set[Hashable]:
    """The same for numbers given as ranges: neither the lower nor the upper ends may tell what is hidden."""
    hidden: set[Hashable] = set()
    before = None
    while before != len(hidden):
        before = len(hidden)
        hidden = withheld(lower, within, hidden)
        hidden = withheld(upper, within, hidden)
    return hidden


class _Series:
    """The cells of a series and how each covers others, dimension by dimension."""

    def __init__(self, cells: Sequence[Cell], within: Mapping[Hashable, Hashable]):
        self.cells = list(cells)
        self._within = within
        self._regions: dict[Hashable, frozenset] = {}

    def regions(self, place: Hashable) -> frozenset:
        """Every place that ``place`` lies in."""
        if place not in self._regions:
            found: list[Hashable] = []
            while (place_above := self._within.get(found[-1] if found else place)) and place_above not in found:
                found.append(place_above)
            self._regions[place] = frozenset(found)
        return self._regions[place]

    def covers(self, dimension: int, wide: Cell, narrow: Cell) -> bool:
        """Whether ``wide`` holds more than ``narrow`` in one dimension."""
        if dimension == ORIGIN:
            return wide.origin in self.regions(narrow.origin)
        if dimension == DESTINATION:
            return wide.destination in self.regions(narrow.destination)
        if dimension == TIME:
            return wide.years != narrow.years and _holds(wide.years, narrow.years)
        return wide.motive == "" != narrow.motive

    @cached_property
    def sums(self) -> list[Sum]:
        """Every cell with the cells next below it, once for each choice of dimensions in which they are narrower."""
        found = []
        for size in range(1, 5):
            for dimensions in combinations(range(4), size):
                kept = [dimension for dimension in range(4) if dimension not in dimensions]
                alike = defaultdict(list)
                for cell in self.cells:
                    alike[tuple(_value(cell, dimension) for dimension in kept)].append(cell)
                for cells in alike.values():
                    found += self._sums_among(cells, dimensions)
        return found

    def _sums_among(self, cells: list[Cell], dimensions: tuple[int, ...]) -> Iterator[Sum]:
        if len(cells) < 2:
            return
        wide = [cell for cell in cells if any(self._below(cell, other, dimensions) for other in cells)]
        for total in wide:
            below = [cell for cell in cells if self._below(total, cell, dimensions)]
            between = [cell for cell in below if cell in wide]
            parts = [c for c in below if not any(self._below(middle, c, dimensions) for middle in between)]
            found = Sum(total, tuple(parts))
            # Stocks counted year by year do not add up: where the parts are more than the whole there is no sum.
            if found.rest >= 0:
                yield found

    def _below(self, wide: Cell, narrow: Cell, dimensions: tuple[int, ...]) -> bool:
        return all(self.covers(dimension, wide, narrow) for dimension in dimensions)


def _value(cell: Cell, dimension: int) -> Hashable:
    return (cell.origin, cell.destination, cell.years, cell.motive)[dimension]


def _holds(wide: tuple[int | None, int | None], narrow: tuple[int | None, int | None]) -> bool:
    begins = wide[0] is None or (narrow[0] is not None and narrow[0] >= wide[0])
    return begins and (wide[1] is None or (narrow[1] is not None and narrow[1] <= wide[1]))


def withheld(
    cells: Sequence[Cell], within: Mapping[Hashable, Hashable], already: Iterable[Hashable] = ()
) -> set[Hashable]:
    """The keys of the cells that are not shown. ``within``: the place that each place lies in; ``already``: keys of
    cells that are hidden for another reason.

    Every cell under ``LEAST``; then, until nothing changes, the smallest further part of each shown sum whose hidden
    parts could be told; last, one more beside each cell that several sums together would give away.
    """
    series = _Series(cells, within)
    small = {cell.key for cell in cells if cell.number < LEAST}
    hidden = small.union(already)
    before = None
    while before != len(hidden):
        _close(series.sums, hidden)
        before = len(hidden)
        for key in small.intersection(_told(series.sums, hidden)):
            more = [
                cell
                for each in series.sums
                if any(cell.key == key for cell in (each.total, *each.parts))
                for cell in (each.total, *each.parts)
                if cell.key not in hidden
            ]
            if more:
                hidden.add(min(more, key=lambda cell: (cell.number, str(cell.key))).key)
    return hidden


def _close(sums: Iterable[Sum], hidden: set[Hashable]) -> None:
    """Hide more, smallest first, until no shown sum tells its hidden parts."""
    changed = True
    while changed:
        changed = False
        for each in sums:
            while each.total.key not in hidden and _tells(each, hidden):
                shown = [part for part in each.parts if part.key not in hidden]
                hidden.add(min(shown, key=lambda part: (part.number, str(part.key))).key if shown else each.total.key)
                changed = True


def _tells(each: Sum, hidden: set[Hashable]) -> bool:
    """Whether a shown sum less its shown parts tells a small number: one hidden cell, or fewer than ``LEAST`` in all."""
    parts = [part for part in each.parts if part.key in hidden]
    apart = sum(part.number for part in parts) + each.rest
    pieces = len(parts) + (each.rest > 0)
    return 0 < apart < LEAST or (bool(parts) and pieces < 2)


def _told(sums: Iterable[Sum], hidden: set[Hashable]) -> list[Hashable]:
    """The hidden cells whose numbers follow from all shown ones by adding and subtracting sums (linear algebra).

    Only sums without an unexplained rest are equations.
    """
    rows = []
    for each in sums:
        if each.rest:
            continue
        row: dict[Hashable, Fraction] = defaultdict(Fraction)
        for part in each.parts:
            if part.key in hidden:
                row[part.key] += 1
        if each.total.key in hidden:
            row[each.total.key] -= 1
        if row := {key: value for key, value in row.items() if value}:
            rows.append(row)
    return [next(iter(row)) for row in reduced(rows) if len(row) == 1]


def reduced(rows: list[dict[Hashable, Fraction]]) -> list[dict[Hashable, Fraction]]:
    """The rows in reduced echelon form (Gauss and Jordan), over fractions so that nothing is rounded."""
    done: dict[Hashable, dict] = {}
    for row in rows:
        row = dict(row)
        for pivot in [key for key in row if key in done]:
            if pivot in row:
                row = _less(row, done[pivot], row[pivot])
        if not row:
            continue
        pivot = next(iter(row))
        row = {key: value / row[pivot] for key, value in row.items()}
        for other, there in done.items():
            if pivot in there:
                done[other] = _less(there, row, there[pivot])
        done[pivot] = row
    return list(done.values())


def _less(row: dict, other: dict, times: Fraction) -> dict:
    keys = dict.fromkeys([*row, *other])
    result = {key: row.get(key, Fraction(0)) - times * other.get(key, Fraction(0)) for key in keys}
    return {key: value for key, value in result.items() if value}
