from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Library, Paper, Person, Tag
from papergarden.writers.search_documents import SearchDocument, documents_of, origin_of

TAGS = (
    Tag("topic", "kettles", "Kettles"),
    Tag("topic", "looms", "Looms"),
    Tag("venue", "looms", "Looms"),
    Tag("year", "2024", "2024"),
)
PAPERS = [
    Paper(key=key, records=(), title=title, title_origin="stated", tags=tags)
    for key in "abc"
    for title, tags in (("On kettles", TAGS[:2]), ("On looms", TAGS[1:]), ("On maps", ()))
]
PEOPLE = [Person(f"ada-{at % 2}", f"Ada Example {at % 2}", (), ("a", "b")[: at // 2]) for at in range(6)]
SOME = tuple[set[int], set[int]]
LIBRARIES = st.tuples(st.sets(st.integers(0, 8)), st.sets(st.integers(0, 5)))
"""The places of papers and people, of which those are in a library that come last with their address."""


def library_of(some: SOME) -> Library:
    papers = {paper.key: paper for paper in map(PAPERS.__getitem__, sorted(some[0]))}
    known = {person.slug: person for person in map(PEOPLE.__getitem__, sorted(some[1]))}
    return Library(papers=tuple(papers.values()), people=known, seeds=(), matches=(), findings=())


ALL = library_of((set(range(9)), set(range(6))))


def told(library: Library) -> Mapping[str, SearchDocument]:
    documents = documents_of(library)
    assert documents.papers == len(library.papers)
    return dict(documents)


@given(LIBRARIES, LIBRARIES)
def test_all_that_two_libraries_have_not_in_common_is_told(before: SOME, now: SOME) -> None:
    old, new = library_of(before), library_of(now)
    others = origin_of(new, "new", "old", old.papers, old.people).others
    was, is_now = told(old), told(new)
    assert {url for url in was.keys() | is_now if was.get(url) != is_now.get(url)} <= others
    assert not origin_of(new, "again", "new", new.papers, new.people).others


def test_of_a_library_that_was_told_from_none_nobody_asks_what_is_other() -> None:
    assert not origin_of(ALL, "first", "", (), {}).others


def test_documents_are_found_by_their_addresses_only() -> None:
    documents = documents_of(ALL)
    assert all(url in documents and documents[url].url == url for url in documents)
    assert len([*documents]) == len(documents)
    assert not any(url in documents for url in ("papers/a", "a", "papers/z/", "authors/ada-0", ""))
