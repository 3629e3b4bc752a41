"""Numbers, words and sections of the index as bytes, and how words are cut into shards."""

import random
import zlib
from itertools import accumulate, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from papergarden.writers import search_pack
from papergarden.writers.search_arrays import varints


@given(st.lists(st.integers(min_value=0, max_value=2**40)))
def test_numbers_can_be_read_back(values: list[int]) -> None:
    content, read, value, shift = search_pack.numbers(values), [], 0, 0
    for byte in content:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            read.append(value)
            value = shift = 0
    assert read == values


@given(
    st.lists(
        st.one_of(st.integers(0, 2), st.sampled_from([127, 128, 16383, 16384]), st.integers(0, 2**28 - 1))
    )
)
def test_many_numbers_at_once_are_the_same_bytes(values: list[int]) -> None:
    assert varints(np.array(values, np.uint32)) == search_pack.numbers(values)


@given(
    st.lists(st.one_of(st.binary(max_size=9), st.binary(min_size=120, max_size=300)), min_size=1),
    st.sets(st.integers(0, 5)),
)
def test_sections_are_packed_on_their_own_into_one_stream(contents: list[bytes], texts: set[int]) -> None:
    content = search_pack.sections(*contents)
    assert zlib.decompress(search_pack.pack_sections(content, texts)) == content
    ends = list(accumulate(len(search_pack.sections(one)) for one in contents))
    assert list(search_pack.section_ends(content)) == ends


def test_numbers_and_words_are_smaller_with_codes_of_their_own() -> None:
    chance = random.Random(7)
    said = ["graph", "speech", "robot", "vision", "protein", "market", "climate", "music", "of", "the"]
    words = " ".join(chance.choices(said, k=800)).encode()
    content = search_pack.sections(words, bytes(chance.choices(range(200, 232), range(1, 33), k=4000)))
    assert len(search_pack.pack_sections(content, {0})) < 0.95 * len(zlib.compress(content, 9))


@given(st.sets(st.text(min_size=1, max_size=8), max_size=60), st.integers(min_value=1, max_value=40))
def test_shards_cover_all_words_in_order(words: set[str], limit: int) -> None:
    ordered = sorted(words, key=search_pack.sort_key)
    sizes = search_pack.Sizes(limit // 2, limit, 2)
    starts = search_pack.cut(ordered, [len(word) for word in ordered], sizes)
    assert starts == sorted(set(starts))
    assert starts[:1] == [0][: len(ordered)]
    shards = [ordered[start:end] for start, end in pairwise([*starts, len(ordered)])]
    assert all(len(shard) == 1 or sum(map(len, shard)) <= limit for shard in shards)


def test_what_weighs_nothing_belongs_to_what_follows() -> None:
    words = [f"word{i}" for i in range(200)]
    weights = [0] * 90 + [30] * 20 + [0] * 90
    starts = search_pack.cut(words, weights, search_pack.Sizes(50, 200, 8))
    assert starts[0] == 0
    assert len(starts) > 3


@given(st.sets(st.text(alphabet=["a", "\u4e00", "\uf900", "\U00020000"], max_size=3)))
def test_words_are_in_the_order_of_the_browser(words: set[str]) -> None:
    assert search_pack.in_order(words) == sorted(words, key=search_pack.sort_key)


@given(st.sets(st.text(min_size=1, max_size=8), min_size=2, max_size=2))
def test_a_border_lies_between(pair: set[str]) -> None:
    left, right = sorted(pair, key=search_pack.sort_key)
    between = search_pack.sort_key(search_pack.border(left, right))
    assert search_pack.sort_key(left) < between <= search_pack.sort_key(right)
