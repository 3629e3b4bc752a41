"""The vocabulary that comes with papergarden holds what its head promises."""

from collections import Counter
from pathlib import Path

import pytest

from papergarden.steps.arxiv_categories import NAMES
from papergarden.steps.phrases import words_of
from papergarden.steps.vocabulary import Topic, fold, read_topics

PATH = Path(__file__).parents[1] / "site_src" / "topics.yml"
VOCABULARY, FINDINGS = read_topics(PATH.name, PATH.read_text(encoding="utf-8"))
BY_NAME = {topic.name: topic for topic in VOCABULARY.topics}


def phrases(topic: Topic) -> list[tuple[str, str]]:
    return [(part, phrase) for part, some in topic.phrases.items() for phrase in some]


def test_the_file_has_no_fault() -> None:
    assert FINDINGS == ()
    assert len(VOCABULARY.topics) > 200


def test_addresses_are_unique_and_words() -> None:
    slugs = Counter(topic.slug for topic in VOCABULARY.topics)
    assert slugs.most_common(1)[0][1] == 1
    assert not [slug for slug in slugs if slug.isdigit() or slug == "has-code"]


@pytest.mark.parametrize("topic", VOCABULARY.topics, ids=lambda topic: topic.slug)
def test_every_phrase_is_found_where_it_stands_alone(topic: Topic) -> None:
    number = VOCABULARY.topics.index(topic)
    for part, phrase in phrases(topic):
        words = words_of(phrase)
        whole = [hit for hit in VOCABULARY.index.scan(words) if hit.end - hit.start == len(words)]
        assert (number, part) in [mark for hit in whole for mark in hit.marks], phrase


@pytest.mark.parametrize("topic", VOCABULARY.topics, ids=lambda topic: topic.slug)
def test_no_phrase_plays_two_parts_in_a_topic(topic: Topic) -> None:
    played = Counter(
        fold(phrase) for part, phrase in phrases(topic) if part not in ("title", "unless", "with")
    )
    assert not [phrase for phrase, parts in played.items() if parts > 1]


@pytest.mark.parametrize("topic", VOCABULARY.topics, ids=lambda topic: topic.slug)
def test_what_is_not_meant_would_else_be_taken_for_the_topic(topic: Topic) -> None:
    meant = [fold(phrase) for part, phrase in phrases(topic) if part not in ("not", "unless")]
    for phrase in topic.phrases.get("not", ()):
        assert any(f" {word} " in f" {fold(phrase)} " for word in meant), phrase


def test_topics_are_part_of_topics_at_most_three_deep() -> None:
    for number, topic in enumerate(VOCABULARY.topics):
        assert not topic.broader or topic.broader in BY_NAME
        assert len(VOCABULARY.lineages[number]) <= 3


def test_categories_are_those_of_arxiv() -> None:
    assert {code for topic in VOCABULARY.topics for code in topic.categories} <= NAMES.keys()


def test_usual_names_of_organizations_and_venues_are_their_own_spelling() -> None:
    for names in (VOCABULARY.organizations, VOCABULARY.venues):
        assert names
        assert {names[fold(name)] for name in names.values()} == set(names.values())
