"""Abstracts that share rare shingles."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.steps import blocking
from papergarden.steps.blocking import LARGEST, Overlaps, Pair
from papergarden.steps.profiles import runs, shingles
from papergarden.text.digest import digest_of

PHRASES = [" ".join(f"word{number}{letter}" for letter in "abcdef") for number in range(6)]
ABSTRACT = st.lists(st.sampled_from(PHRASES), max_size=4, unique=True).map(" and then ".join)


def lookups(abstracts: Sequence[str]) -> list[bytes]:
    return [shingles(runs(abstract.split()))[0] for abstract in abstracts]


def by_abstract(lookups: Sequence[bytes], kept: Overlaps | None = None) -> list[Pair]:
    """The pairs among abstracts that are looked up so."""
    names = [digest_of(number, one) for number, one in enumerate(lookups)]
    return sorted((kept or Overlaps({}, ())).find(names, lookups))


def told_one_by_one(abstracts: Sequence[str], largest: int) -> list[Pair]:
    found = [set(zip(*(abstract.split()[at:] for at in range(3)), strict=False)) for abstract in abstracts]
    times = Counter(run for some in found for run in some)
    rare = [{run for run in some if times[run] <= largest} for some in found]
    return [pair for pair in combinations(range(len(abstracts)), 2) if len(rare[pair[0]] & rare[pair[1]]) > 1]


@settings(max_examples=200)
@given(st.lists(ABSTRACT, max_size=12))
def test_abstracts_pair_that_share_two_shingles_which_few_have(abstracts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "LARGEST", 3)
        assert by_abstract(lookups(abstracts)) == told_one_by_one(abstracts, 3)


@settings(max_examples=200)
@given(st.lists(st.lists(ABSTRACT, max_size=12), min_size=2, max_size=5))
def test_what_is_remembered_changes_nothing(hours: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "LARGEST", 3)
        kept = Overlaps({}, ())
        for abstracts in hours:
            kept = Overlaps(kept.keys, kept.pairs)
            assert by_abstract(lookups(abstracts), kept) == told_one_by_one(abstracts, 3)


def test_one_abstract_more_and_a_phrase_is_not_rare_any_more() -> None:
    abstracts = [f"{PHRASES[0]} only{number} here{number}" for number in range(LARGEST + 1)]
    assert len(by_abstract(lookups(abstracts[:-1]))) == LARGEST * (LARGEST - 1) / 2
    assert by_abstract(lookups(abstracts)) == []


def test_what_is_said_twice_in_an_abstract_is_shared_once() -> None:
    assert by_abstract(lookups(["tea boils in kettles tea boils in", "tea boils in pots"])) == []
    assert by_abstract(lookups(["tea boils in tea boils in tea", "tea boils in tea"])) == [(0, 1)]
