from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from papergarden.writers.search_documents import Documents, Origin, SearchDocument
from papergarden.writers.search_placed import Moves, Placed, placed, placed_again
from papergarden.writers.search_places import year_of

URLS = st.sampled_from([f"papers/p{number}/" for number in range(60)])
DATES = st.dictionaries(URLS, st.integers(0, 30))
"""Days, some of them in another year, by address."""


def documents_of(days: Mapping[str, int], origin: Origin | None = None) -> Documents:
    dates = {url: f"202{day // 28}-01-{day % 28 + 1:02}" for url, day in days.items()}
    papers = [SearchDocument(kind="paper", url=url, title="On", date=date) for url, date in dates.items()]
    return Documents.of(papers, origin or Origin())


def anew(days: Mapping[str, int]) -> Placed:
    documents = documents_of(days)
    return placed(documents, documents.found, year_of)


@given(DATES, DATES)
def test_documents_have_the_numbers_that_they_would_have_anew(
    old: dict[str, int], new: dict[str, int]
) -> None:
    there = old.keys() | new.keys()
    changed = {url for url in there if old.get(url) != new.get(url)}
    documents = documents_of(new)
    for doubtful in (changed, there, None):
        assert placed_again(documents, documents.found, year_of, anew(old), doubtful) == anew(new)
    assert Placed.kept(*anew(new).plain()) == anew(new)


@given(DATES, st.sets(URLS, max_size=3), st.integers(0, 3))
def test_few_may_come_and_go(old: dict[str, int], gone: set[str], come: int) -> None:
    """So few that tables keep their sizes, as a rule."""
    new = {url: day for url, day in old.items() if url not in gone}
    new |= {f"papers/new{number}/": number for number in range(come)}
    documents = documents_of(new)
    changed = old.keys() ^ new.keys()
    assert placed_again(documents, documents.found, year_of, anew(old), changed) == anew(new)


@given(DATES, DATES)
def test_moves_tell_of_all_that_changed(old: dict[str, int], new: dict[str, int]) -> None:
    was, now = anew(old), anew(new)
    moves = now.since(was)
    left = {number: was.digest(number) for number, url in enumerate(was.urls) if url}
    for digest, number in moves.gone.items():
        assert left.pop(number) == digest
    taken = {there: left.pop(number) for number, there in moves.moved.items()}
    taken |= {number: digest for digest, number in moves.new.items()}
    assert left | taken == {number: now.digest(number) for number, url in enumerate(now.urls) if url}
    assert was.since(was) == Moves({}, {}, {})


def test_what_may_be_other_than_in_the_last_build_is_told_by_what_both_were_told_from() -> None:
    last = Origin("last", "base", frozenset("ab"))
    assert Origin("now", "base", frozenset("bc")).since(last) == {"a", "b", "c"}
    assert Origin("now", "last", frozenset("c")).since(last) == {"c"}
    for unknown in (Origin("now", "other", frozenset("c")), Origin("now"), Origin()):
        assert unknown.since(last) is None
    assert Origin("now").since(Origin()) is None


def test_documents_that_are_as_they_were_are_not_made() -> None:
    class Asked(Documents):
        def __getitem__(self, url: str) -> SearchDocument:
            asked.append(url)
            return super().__getitem__(url)

    asked: list[str] = []
    old = {f"papers/p{number}/": 0 for number in range(50)}
    new = {**old, "papers/new/": 1}
    documents = Asked(documents_of(new).found, {}, len(new))
    changed = {"papers/new/", "authors/gone/"}
    assert placed_again(documents, documents.found, year_of, anew(old), changed) == anew(new)
    assert asked == ["papers/new/"]
