"""What is made, sorted by who publishes it."""

from collections.abc import Iterator, Set

import pytest

from papergarden.model import Lot, Page, Sheet
from papergarden.sorting import Sorted

KEYS = ("one", "two", "three")


def page(key: str) -> Page:
    return Page(f"papers/{key}/", (key,), lambda key: Sheet({"title": key}, ""))


def things(keys: Set[str]) -> Iterator[Page]:
    return map(page, sorted(keys))


def addresses() -> Iterator[str]:
    return (page(key).address for key in KEYS)


@pytest.fixture
def lot() -> Lot:
    return Lot("papers/", KEYS, things, addresses)


def test_files_of_a_lot_are_named_when_they_are_made(lot: Lot) -> None:
    made = Sorted(set(), set(), lambda path: False)
    assert list(made.take([lot], lambda batch: None)) == []
    assert made.pages == []
    (name,) = made.named_late()
    assert [one.path for one in name()] == sorted(page(key).path for key in KEYS)
    assert made.is_made("papers/two/index.md")
    assert not made.is_made("papers/four/index.md")
    assert not made.is_made("papers/two/other.md")


def test_what_the_navigation_leads_to_is_taken_from_its_lot(lot: Lot) -> None:
    made = Sorted({"papers/two/index.md"}, set(), lambda path: False)
    assert [one.address for one in made.take([lot], lambda batch: None)] == ["papers/two/"]
    (name,) = made.named_late()
    assert [one.path for one in name()] == ["papers/one/index.md", "papers/three/index.md"]
    assert made.is_made("papers/two/index.md")


def test_what_somebody_else_has_is_not_made(lot: Lot) -> None:
    theirs = {"papers/one/index.md"}
    made = Sorted(set(), theirs, theirs.__contains__)
    assert list(made.take([lot], lambda batch: None)) == []
    assert [one.path for name in made.named_late() for one in name()] == [
        "papers/three/index.md",
        "papers/two/index.md",
    ]
    assert not made.is_made("papers/one/index.md")
