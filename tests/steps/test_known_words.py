import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Entry, Source
from papergarden.steps.answers import Answers
from papergarden.steps.clean import clean
from papergarden.steps.known_words import Asked, counted, vocabulary
from papergarden.text.repair import KNOWN

COINED = ("gardenpathing", "teakettlers", "watchedness", "kettlings", "pathlings")
"""Words that only a collection can know."""
PHRASES = (
    "The gardenpathingof teakettlers is watchedness.Kettlings,kettlings and",
    "We show thatkettlings of algo- rithms",
    "with just32pathlings and gardenpathing- teakettlers",
    "introduceTransformer thatSambasubstantially SambaKettlings",
    "code at https://github.com/example/a/kettlingsand more of (LMs) .Samba",
)


def entry(title: str = "", abstract: str = "") -> Entry:
    return Entry(source=Source("a.txt", 1), end=1, reader="sample", title=title, abstract=abstract)


def test_words_of_the_collection_count() -> None:
    entries = [entry(title=f"{name} gardenpathing") for name in "abcd"]
    assert "gardenpathing" in vocabulary([counted(entries)])
    assert "gardenpathing" not in vocabulary([counted(entries[:3])])


def test_the_parts_of_a_collection_are_counted_together() -> None:
    entries = [entry(title="The gardenpathing", abstract="teakettlers " * 9) for _ in range(4)]
    parts = [counted(entries[:1]), counted(entries[1:])]
    assert parts[0] == {"gardenpathing": 1, "teakettlers": 1}
    assert vocabulary(parts) == vocabulary([counted(entries)]) == KNOWN | {"gardenpathing", "teakettlers"}


def test_what_was_asked_for_is_taken_down_once_and_small() -> None:
    asked = Asked(vocabulary([{"gardenpathing": 4}]))
    clean(entry("Gardenpathing, Teakettlers and 2 Models", "The model is gardenpathing."), asked)
    assert asked.answers.known == {"gardenpathing"}
    assert "teakettlers" in asked.answers.unknown
    assert not asked.answers.unknown & KNOWN
    assert pickle.loads(pickle.dumps(asked.answers)) == asked.answers


def test_a_vocabulary_that_answers_otherwise_is_told() -> None:
    answers = Answers(frozenset({"teakettlers"}), frozenset({"kettlings"}))
    assert answers.hold({"teakettlers", "pathlings"})
    assert not answers.hold({"pathlings"})
    assert not answers.hold({"teakettlers", "kettlings"})


@pytest.mark.parametrize("ask", [iter, len])
def test_nobody_asks_for_all_words(ask: object) -> None:
    with pytest.raises(TypeError):
        ask(Asked(KNOWN))  # type: ignore[operator]


sometimes_known = st.frozensets(st.sampled_from(COINED)).map(lambda words: KNOWN | words)


@given(st.lists(st.sampled_from(PHRASES), min_size=1).map(" ".join), sometimes_known, sometimes_known)
def test_records_stay_what_they_are_while_the_answers_hold(
    text: str, known: frozenset[str], other: frozenset[str]
) -> None:
    asked = Asked(known)
    made = clean(entry(text, text), asked)
    assert made == clean(entry(text, text), known)
    if asked.answers.hold(other):
        assert made == clean(entry(text, text), other)
