"""A catalog that is amended is the one that is made anew."""

import random
from dataclasses import fields, replace
from itertools import chain

import pytest

from papergarden.model import Paper
from papergarden.writers import amended as module
from papergarden.writers.amended import amended
from papergarden.writers.catalog import Catalog
from tests.library import library


def edited(paper: Paper, others: tuple[Paper, ...], chance: random.Random) -> Paper:
    """A paper of which something is other than it was."""
    other = chance.choice(others)
    field = chance.choice(["abstract", "title", "date", "authors", "tags", "records", "related"])
    return replace(paper, **{field: getattr(other, field)})


@pytest.mark.parametrize("number", range(8))
def test_a_catalog_amended_again_and_again_is_that_of_the_library(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MANY", 0.9)
    chance = random.Random(number)
    whole = library()
    papers = list(whole.papers)
    catalog = Catalog.of(whole)
    for _ in range(10):
        for _ in range(chance.randrange(3)):
            at = chance.randrange(len(papers))
            papers[at] = edited(papers[at], whole.papers, chance)
        for _ in range(chance.randrange(2)):
            papers.pop(chance.randrange(len(papers)))
        new = [one for one in whole.papers if one.key not in {paper.key for paper in papers}]
        papers += chance.sample(new, min(len(new), chance.randrange(2)))
        papers.sort(key=lambda paper: paper.key)
        now = replace(whole, papers=tuple(papers))
        before, catalog = catalog, amended(catalog, now)
        assert_same(catalog, Catalog.of(now))
        assert_same(before, Catalog.of(before.library))


def assert_same(one: Catalog, other: Catalog) -> None:
    for field in fields(Catalog):
        assert getattr(one, field.name) == getattr(other, field.name), field.name
    assert list(one.tagged) == list(other.tagged)
    people = {*one.library.people, *chain.from_iterable(one.writers[key] for key in one.papers)}
    for slug in people:
        assert one.written_by[slug] == other.written_by[slug], slug
    assert one.cited == other.cited


def test_only_what_is_new_is_indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = library()
    catalog = Catalog.of(whole)
    first, *others = whole.papers
    monkeypatch.setattr(module, "MANY", 0.9)
    made = amended(catalog, replace(whole, papers=(replace(first, abstract="It boils."), *others)))
    same = {tag for tag, papers in made.tagged.items() if papers is catalog.tagged[tag]}
    assert same == made.tagged.keys() - set(first.tags)
    assert same
    assert same != made.tagged.keys()
    anew = amended(catalog, replace(whole, papers=()))
    assert not anew.tagged, "so much is other that all is indexed anew"
