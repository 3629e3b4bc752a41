from array import array

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from papergarden.writers.search_arrays import BITS
from papergarden.writers.search_lists import (
    listed,
    packed,
    relisted,
    renumbered,
    unpacked,
)

THINGS = st.dictionaries(st.integers(0, 2**20), st.sets(st.sampled_from("abcdefgh"), min_size=1), max_size=20)


def lists_of(things: dict[int, set[str]]) -> dict[str, bytes]:
    entries = sorted(entries_of(things), reverse=True)
    names = sorted({term for term, _ in entries})
    pairs = np.array([names.index(term) << BITS | number for term, number in entries], np.int64)
    return listed([pairs[:5], pairs[5:]], names)


def entries_of(things: dict[int, set[str]]) -> set[tuple[str, int]]:
    return {(term, number) for number, terms in things.items() for term in terms}


@given(THINGS)
def test_a_list_has_the_numbers_of_all_that_have_its_term_in_order(things: dict[int, set[str]]) -> None:
    lists = lists_of(things)
    assert {(term, number) for term, some in lists.items() for number in unpacked(some)} == entries_of(things)
    assert all(list(unpacked(some)) == sorted(unpacked(some)) for some in lists.values())


@given(THINGS, THINGS)
def test_lists_are_changed_to_what_they_would_be_if_made_anew(
    before: dict[int, set[str]], now: dict[int, set[str]]
) -> None:
    old, new = lists_of(before), lists_of(now)
    assert relisted(old, entries_of(before), entries_of(now)) == new
    assert old == lists_of(before)


@given(THINGS)
def test_numbers_are_exchanged_and_the_bits_below_them_stay(things: dict[int, set[str]]) -> None:
    numbers = {number: 2**20 - number for number in sorted(things)[1:]}
    shifted = {number << 5 | 17: terms for number, terms in things.items()}
    moved = {numbers[number] << 5 | 17: terms for number, terms in things.items() if number in numbers}
    assert renumbered(lists_of(shifted), numbers, 5) == lists_of(moved)


def test_the_lowest_byte_comes_first() -> None:
    assert packed(array("I", [1, 0x01020304])) == b"\1\0\0\0\4\3\2\1"
