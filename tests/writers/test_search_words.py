"""Words and how often they are used, kept from one build to the next."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.stemming import stem
from papergarden.writers.search_mendable import Mendable
from papergarden.writers.search_pack import common, finder, front_coded, in_order, shared, sort_key
from papergarden.writers.search_spellings import recounted, spelling, without

WORDS = st.sampled_from(["map", "maps", "mapped", "loom", "looms", "\U00020000", "\uff21\uff21"])
COUNTS = st.dictionaries(WORDS, st.integers(1, 9))
ANY = st.text(st.sampled_from("ab\ue000\U00020000"), min_size=1, max_size=30)


def texts_of(said: dict[str, int], named: dict[str, int]) -> dict[str, str]:
    return recounted(lambda terms: {}, said, named)[0]


def less(counts: dict[str, int], others: dict[str, int]) -> dict[str, int]:
    return {word: counts.get(word, 0) - others.get(word, 0) for word in counts.keys() | others}


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_uses_are_changed_to_what_they_would_be_if_counted_anew(
    said: dict[str, int], named: dict[str, int], now_said: dict[str, int], now_named: dict[str, int]
) -> None:
    before, now = texts_of(said, named), texts_of(now_said, now_named)
    changed, counts = recounted(lambda _: before, less(now_said, said), less(now_named, named))
    assert {term: text for term, text in (before | changed).items() if text} == now
    assert counts == {word: now_said.get(word, 0) for word in {*said, *named, *now_said, *now_named}}
    for anew in ({"said": True, "named": False}, {"said": False, "named": True}):
        left = without(before, **anew)
        expected = texts_of({} if anew["said"] else said, {} if anew["named"] else named)
        assert {term: text for term, text in left.items() if text} == expected
    assert without(before, said=True, named=True) == {}


@given(COUNTS, COUNTS)
def test_the_most_frequent_word_of_a_term_comes_first(said: dict[str, int], named: dict[str, int]) -> None:
    words = {**dict.fromkeys(named, 1), **said}
    for term, text in texts_of(said, named).items():
        its = [word for word in words if stem(word) == term]
        assert spelling(text).split(" ") == sorted(its, key=lambda word: (-words[word], word))


LONG = st.text(st.sampled_from("abc\ue000\U00020000"), min_size=3, max_size=5)
USED = st.dictionaries(LONG, st.integers(0, 5))


@given(USED, USED)
def test_words_to_mend_with_are_changed_to_what_they_would_be_anew(
    old: dict[str, int], new: dict[str, int]
) -> None:
    before, now = Mendable.of(old), Mendable.of(new)
    changes = {word: new.get(word, 0) for word in old.keys() | new if old.get(word, 0) != new.get(word, 0)}
    assert before.changed(changes) == now
    assert Mendable.kept(*now.plain()) == now
    assert all(len(word) > 3 and new[word[::-1]] > 1 for word in now.words)


@given(st.lists(ANY, unique=True), st.lists(ANY))
def test_words_are_found_where_they_are_or_would_be(words: list[str], others: list[str]) -> None:
    ordered = in_order(words)
    for word in (*words, *others):
        assert finder(ordered)(word) == sum(sort_key(one) < sort_key(word) for one in words)


@given(st.lists(st.one_of(ANY, st.sampled_from(["a" * 119, "a" * 120, "a" * 121, "a" * 500 + "b"]))))
def test_words_share_their_beginning_with_the_one_before(words: list[str]) -> None:
    before = ["", *words][:-1] if words else []
    expected = [min(common(one, other), 120) for one, other in zip(before, words, strict=True)]
    assert shared(before, words) == expected
    counts, lines = front_coded(words)
    assert len(counts) == len(words)
    assert (
        lines.decode().split("\n") == [word[count:] for word, count in zip(words, expected, strict=True)]
        or not words
    )


def test_words_are_counted_together() -> None:
    said = Counter(["map", "maps", "maps", "looms"])
    assert texts_of(said, {"loom": 1}) == {"map": "maps 2 0 map 1 0", "loom": "loom 0 1 looms 1 0"}
