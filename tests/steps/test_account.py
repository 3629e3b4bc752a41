"""The account: every non-blank line is somebody's, and the sums agree by construction."""

from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.steps.account import account

SEED = Seed("a.txt", "Header\n\nTitle\nAbstract\n\nstray\nstray again\n\nTitle\n")


def test_each_line_is_counted_once() -> None:
    readings: list[Reading] = [
        Furniture(SEED.at(1), 1, "page header"),
        Entry(source=SEED.at(3), end=4, reader="cards", title="Title"),
        Entry(source=SEED.at(9), end=9, reader="cards", title="Title"),
        Finding("warning", "x", SEED.at(3), "about an entry's own line", "nothing"),
    ]
    report, left_over = account(SEED, "cards", readings)
    assert (report.lines, report.entries, report.entry_lines) == (6, 2, 3)
    assert (report.furniture_lines, report.finding_lines) == (1, 2)
    assert [(finding.source.line, finding.end, finding.text) for finding in left_over] == [(6, 7, "stray")]


spans = st.tuples(st.integers(-2, 15), st.integers(-2, 15))


@given(text=st.text(alphabet="ab \n", max_size=30), entries=st.lists(spans), furniture=st.lists(spans))
def test_the_sums_agree_whatever_a_reader_claims(
    text: str, entries: list[tuple[int, int]], furniture: list[tuple[int, int]]
) -> None:
    seed = Seed("a.txt", text)
    readings: list[Reading] = [
        *(Entry(source=seed.at(start), end=end, reader="cards") for start, end in entries),
        *(Furniture(seed.at(start), end, "header") for start, end in furniture),
    ]
    report, left_over = account(seed, "cards", readings)
    assert report.lines == sum(bool(line.strip()) for line in text.split("\n"))
    assert report.lines == report.entry_lines + report.furniture_lines + report.finding_lines
    assert (report.finding_lines > 0) == bool(left_over)
