"""Nobody in a small group comes back by subtraction, whatever sums a series holds."""

from fractions import Fraction
from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from stories.routes.withholding import LEAST, Cell, withheld

WITHIN = {"souss": "morocco", "rif": "morocco", "agadir": "souss", "tiznit": "souss", "nador": "rif",
          "nord": "france", "lens": "nord", "lille": "nord", "paris": "france"}  # fmt: skip
ORIGINS = ["morocco", "souss", "rif", "agadir", "tiznit", "nador"]
DESTINATIONS = ["france", "nord", "lens", "lille", "paris"]


def cell(key, origin, destination, number, years=(1968, 1968), motive=""):
    return Cell(key, origin, destination, years, motive, number)


def test_a_small_cell_is_withheld_and_a_large_one_is_not():
    cells = [cell(1, "agadir", "lens", 4), cell(2, "nador", "lens", 5)]
    assert withheld(cells, WITHIN) == {1}


def test_one_withheld_part_of_a_shown_sum_takes_another_with_it():
    cells = [cell("sum", "souss", "lens", 103), cell("a", "agadir", "lens", 3), cell("t", "tiznit", "lens", 100)]
    assert withheld(cells, WITHIN) == {"a", "t"}


def test_the_smallest_other_part_goes_first():
    cells = [cell("sum", "france", "france", 60)] + [
        cell(name, "france", name, number) for name, number in (("paris", 2), ("nord", 58))]  # fmt: skip
    more = [*cells, cell("other", "france", "lyon", 20)]
    within = {**WITHIN, "lyon": "france"}
    more[0] = cell("sum", "france", "france", 80)
    assert withheld(more, within) == {"paris", "other"}


def test_a_small_rest_that_nobody_lists_is_hidden_too():
    """100 in all and 97 in one place says that three went elsewhere."""
    cells = [cell("sum", "souss", "lens", 100), cell("part", "agadir", "lens", 97)]
    assert withheld(cells, WITHIN) == {"part"}


def test_a_sum_of_years_and_of_motives_counts_as_a_sum():
    by_year = [
        cell("sum", "agadir", "lens", 43, (1961, 1963)),
        *(cell(year, "agadir", "lens", n, (year, year)) for year, n in ((1961, 3), (1962, 20), (1963, 20))),
    ]
    assert withheld(by_year, WITHIN) == {1961, 1962}
    by_motive = [cell("sum", "agadir", "lens", 13)] + [
        cell(motive, "agadir", "lens", n, motive=motive) for motive, n in (("labour", 9), ("study", 4))]  # fmt: skip
    assert withheld(by_motive, WITHIN) == {"labour", "study"}


def test_a_part_that_is_all_of_its_sum_takes_the_sum_with_it():
    cells = [cell("sum", "souss", "lens", 4), cell("part", "agadir", "lens", 4)]
    assert withheld(cells, WITHIN) == {"sum", "part"}


def test_stocks_of_several_years_are_no_parts_of_a_longer_time():
    cells = [cell("decade", "agadir", "lens", 50, (1961, 1970)), cell("one", "agadir", "lens", 40, (1961, 1961)),
             cell("two", "agadir", "lens", 45, (1965, 1965))]  # fmt: skip
    assert withheld(cells, WITHIN) == set()


def inside(place, within):
    """A place and what it lies in, written again for the attacker."""
    found = [place]
    while found[-1] in within:
        found.append(within[found[-1]])
    return found


def wider(one: Cell, other: Cell, axis: str, within) -> bool:
    if axis == "years":
        return one.years != other.years and one.years[0] <= other.years[0] and one.years[1] >= other.years[1]
    if axis == "motive":
        return one.motive == "" and other.motive != ""
    mine, its = getattr(one, axis), getattr(other, axis)
    return mine != its and mine in inside(its, within)


AXES = ("origin", "destination", "years", "motive")


def equations(cells, within=WITHIN):
    """Every (total, parts) that an attacker sees in a series, for every choice of axes."""
    for size in range(1, 5):
        for axes in combinations(AXES, size):
            rest = [axis for axis in AXES if axis not in axes]

            def under(total, part, axes=axes, rest=rest):
                same = all(getattr(total, axis) == getattr(part, axis) for axis in rest)
                return same and all(wider(total, part, axis, within) for axis in axes)

            for total in cells:
                below = [part for part in cells if under(total, part)]
                parts = [part for part in below if not any(under(middle, part) for middle in below)]
                if parts and sum(part.number for part in parts) <= total.number:
                    yield total, parts


def solvable(rows, unknown):
    """The unknowns that linear equations determine, by elimination with full pivoting over fractions."""
    matrix = [[Fraction(row.get(key, 0)) for key in unknown] for row in rows]
    at = 0
    for column in range(len(unknown)):
        pivot = next((k for k in range(at, len(matrix)) if matrix[k][column]), None)
        if pivot is None:
            continue
        matrix[at], matrix[pivot] = matrix[pivot], matrix[at]
        head = matrix[at][column]
        matrix[at] = [value / head for value in matrix[at]]
        for k, row in enumerate(matrix):
            if k != at and row[column]:
                times = row[column]
                matrix[k] = [a - times * b for a, b in zip(row, matrix[at], strict=True)]
        at += 1
    return [unknown[row.index(1)] for row in matrix if sum(1 for value in row if value) == 1]


def assert_nothing_is_told(cells, hidden, within):
    """No sum less what is shown of it, and no system of sums, gives a number under five."""
    small = {each.key for each in cells if each.number < LEAST}
    assert hidden >= small
    rows = []
    for total, parts in equations(cells, within):
        lost = [part for part in parts if part.key in hidden]
        rest = total.number - sum(part.number for part in parts)
        if total.key not in hidden:
            difference = sum(part.number for part in lost) + rest
            assert difference == 0 or difference >= LEAST, (total, parts)
        if rest == 0:
            row = {part.key: 1 for part in lost}
            if total.key in hidden:
                row[total.key] = -1
            rows.append(row)
    assert not small & set(solvable(rows, sorted(hidden, key=str)))


def table(numbers):
    """A table of origins by destinations with the sums of its rows and columns; ``None`` where it has no cell."""
    within = {f"o{k}": "souss" for k in range(len(numbers))} | {f"d{k}": "nord" for k in range(len(numbers[0]))}
    cells = [
        cell(f"{r}{c}", f"o{r}", f"d{c}", number)
        for r, row in enumerate(numbers) for c, number in enumerate(row) if number is not None
    ]  # fmt: skip
    for r, row in enumerate(numbers):
        cells.append(cell(f"row{r}", f"o{r}", "nord", sum(filter(None, row))))
    for c, column in enumerate(zip(*numbers, strict=True)):
        cells.append(cell(f"column{c}", "souss", f"d{c}", sum(filter(None, column))))
    return cells, within


def test_a_small_cell_of_a_table_is_withheld_with_the_other_corners_of_a_rectangle():
    cells, within = table([[3, 20, 60], [30, 40, 70], [50, 80, 90]])
    hidden = withheld(cells, within)
    assert hidden == {"00", "01", "10", "11"}
    assert_nothing_is_told(cells, hidden, within)


def test_what_several_sums_together_would_tell_is_withheld_too():
    """Two rectangles of small cells joined by one: every row and column hides two or more, and yet it would be known."""
    x = None
    cells, within = table([[4, 4, x, x, 60], [4, 4, 3, x, 70], [x, x, 4, 4, 80], [x, x, 4, 4, 90]])
    hidden = withheld(cells, within)
    assert hidden > {each.key for each in cells if each.number < LEAST}
    assert_nothing_is_told(cells, hidden, within)


series = st.lists(
    st.tuples(
        st.sampled_from(ORIGINS),
        st.sampled_from(DESTINATIONS),
        st.sampled_from([(1961, 1963), (1961, 1961), (1962, 1962), (1963, 1963)]),
        st.sampled_from(["", "labour", "study"]),
    ),
    min_size=1, max_size=18, unique=True,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(series, st.data())
def test_no_small_number_can_be_computed_from_what_is_shown(keys, data):
    """A series of random cells; in some, wider cells are made the sum of the narrower ones, as a publisher would."""
    cells = [Cell(k, *key, number=data.draw(st.integers(1, 30))) for k, key in enumerate(keys)]
    if data.draw(st.booleans()):
        for total, parts in sorted(equations(cells), key=lambda pair: len(pair[1])):
            exact = sum(part.number for part in cells if part.key in {p.key for p in parts})
            cells[total.key] = Cell(total.key, total.origin, total.destination, total.years, total.motive, exact)
    assert_nothing_is_told(cells, withheld(cells, WITHIN), WITHIN)


@given(series)
@example([("agadir", "lens", (1961, 1961), "")])
def test_without_a_small_number_nothing_is_withheld(keys):
    cells = [Cell(k, *key, number=1000 + k) for k, key in enumerate(keys)]
    hidden = withheld(cells, WITHIN)
    for total, parts in equations(cells):
        if 0 < total.number - sum(part.number for part in parts) < LEAST:
            return
    assert hidden == set()
