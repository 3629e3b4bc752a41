"""Abstracts that share rare shingles, with and without memory of an earlier run."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.steps import blocking, overlaps
from papergarden.steps.blocking import Pair
from papergarden.steps.overlaps import Overlaps
from papergarden.steps.profiles import shingles
from papergarden.text.digest import digest_of

PHRASES = [" ".join(f"word{number}{letter}" for letter in "abcdef") for number in range(6)]
ABSTRACT = st.lists(st.sampled_from(PHRASES), max_size=4, unique=True).map(" and then ".join)


def find(kept: Overlaps, abstracts: Sequence[str], before: Sequence[str]) -> list[Pair]:
    known, earlier = ({digest_of(one): shingles(one) for one in some} for some in (abstracts, before))
    return sorted(kept.find([digest_of(one) for one in abstracts], known, earlier))


@settings(max_examples=200)
@given(st.lists(st.lists(ABSTRACT, max_size=9), min_size=2, max_size=5), st.sampled_from([0.0, 0.3, 9.0]))
def test_what_is_remembered_changes_nothing(hours: list[list[str]], many: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (blocking, overlaps):
            patch.setattr(module, "LARGEST", 3)
        patch.setattr(overlaps, "MANY", many)
        kept, before = Overlaps({}, ()), list[str]()
        for abstracts in hours:
            expected = find(Overlaps({}, ()), abstracts, ())
            kept = Overlaps(kept.times, kept.pairs)
            assert find(kept, abstracts, before) == expected
            before = abstracts


def test_one_abstract_more_makes_pairs_of_others_as_a_phrase_is_not_rare_any_more() -> None:
    abstracts = [f"{PHRASES[0]} only{number} here{number}" for number in range(blocking.LARGEST + 1)]
    kept = Overlaps({}, ())
    assert (0, 1) in find(kept, abstracts[:-1], ())
    assert (0, 1) not in find(kept, abstracts, abstracts[:-1])
    assert (0, 1) in find(kept, abstracts[:-1], abstracts)
    assert not find(Overlaps({}, ()), abstracts, ())


def test_without_the_shingles_of_what_is_gone_all_is_looked_at_anew() -> None:
    kept = Overlaps({}, ())
    find(kept, PHRASES[:1] * 3, ())
    assert find(kept, PHRASES[:1] * 2, ()) == [(0, 1)]


def test_only_abstracts_with_something_in_common_with_a_new_one_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: set[tuple[bytes, bytes]] = set()
    sharing = overlaps._sharing

    def noted(
        pairs: set[tuple[bytes, bytes]], times: overlaps.Times, known: overlaps.Shingles
    ) -> set[tuple[bytes, bytes]]:
        compared.update(pairs)
        return sharing(pairs, times, known)

    monkeypatch.setattr(overlaps, "_sharing", noted)
    abstracts = [f"{phrase} {end}" for phrase in PHRASES for end in ("alpha beta", "gamma delta")]
    kept = Overlaps({}, ())
    find(kept, abstracts, ())
    find(kept, [*abstracts, PHRASES[0]], abstracts)
    alike = {digest_of(one) for one in (*abstracts[:2], PHRASES[0])}
    assert compared
    assert alike.issuperset(digest for pair in compared for digest in pair)
