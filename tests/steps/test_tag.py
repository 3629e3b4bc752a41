"""Tags are given where a paper truly speaks of something, and by nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.model import Decision, Finding, Link, Paper, Record, Source, Tag
from papergarden.steps.tag import explain, organization_name, read_topics, tag, venue_name
from papergarden.steps.vocabulary import Vocabulary

TOPICS = """
topics:
  Garden science:
    categories: [q-bio.GN]
  State space models:
    weak: [state space]
    acronyms: [S4]
    short: [SSM]
    spellings: [state space model]
    broader: Sequence models
  Sequence models:
    weak: [sequence]
  Diffusion models:
    spellings: [diffusion model]
    title: [diffusion]
    not: [heat diffusion]
    unless: [galaxies]
  Benchmarks:
    title: [benchmark]
  Fine-tuning: {}
  Guidance:
    spellings: [classifier free guidance]
    short: [CFG]
    with: [sampling]
  Ranking: {}
organizations:
  Example University: [example-u, EU]
  University of Example, Rosetown: []
venues:
  ROSE: [international conference on roses]
"""
VOCABULARY, FAULTS = read_topics("topics.yml", TOPICS)


def paper(title: str = "", abstract: str = "", key: str = "1", **fields: object) -> Paper:
    record = Record(source=Source("a.txt", 1), end=1, reader="cards", ref=key, title=title, abstract=abstract)
    made = Paper(key=key, records=(record,), title=title, abstract=abstract)
    return replace(made, **fields)  # type: ignore[arg-type]


def tagged(
    *papers: Paper, vocabulary: Vocabulary = VOCABULARY, decisions: tuple[Decision, ...] = ()
) -> list[Paper]:
    return list(tag(papers, vocabulary, decisions)[0])


def topics(title: str = "", abstract: str = "", **fields: object) -> list[str]:
    # Two topics by title, so that nothing is taken "for want of topics".
    enough = paper(f"{title} — Ranking — Garden science", abstract, "1", **fields)
    names = [label.name for label in tagged(enough)[0].tags if label.kind == "topic"]
    return [name for name in names if name not in ("Ranking", "Garden science")]


def test_the_vocabulary_of_these_tests_is_right() -> None:
    assert FAULTS == ()


@pytest.mark.parametrize(
    "title",
    [
        "State Space Models",
        "state-space model",
        "Statespace models",
        "A STATE–SPACE MODEL",
        "The state space\nmodel",
    ],
)
def test_a_spelling_is_found_in_any_case_number_and_hyphenation(title: str) -> None:
    assert topics(title) == ["Sequence models", "State space models"]


def test_british_spelling_and_gluing_make_no_difference() -> None:
    vocabulary, _ = read_topics(
        "t", "topics:\n  Tokenization: {}\n  Language modeling: {}\n  Fine tuning: {}\n"
    )
    made = tagged(paper("Tokenisation for Language Modelling by Finetuning"), vocabulary=vocabulary)
    assert [label.name for label in made[0].tags] == ["Fine tuning", "Language modeling", "Tokenization"]


def test_words_of_two_clauses_are_no_phrase() -> None:
    assert topics("State: space, models") == []


def test_once_in_the_abstract_is_in_passing_and_twice_is_not() -> None:
    assert topics("", "Diffusion models draw pictures. Roses grow.") == []
    assert topics("", "Diffusion models draw pictures. A diffusion model grows roses.") == [
        "Diffusion models"
    ]


def test_many_times_in_one_sentence_is_once() -> None:
    assert topics("", "Diffusion models, diffusion models and diffusion models. Roses grow.") == []


def test_what_was_measured_says_less_than_what_is_done() -> None:
    assert topics("", "We train diffusion models. A diffusion model draws.") == ["Diffusion models"]
    assert topics("", "We outperform diffusion models. Experiments include a diffusion model.") == []


def test_weak_words_need_the_title_and_more() -> None:
    assert topics("A sequence of roses") == []
    assert topics("A sequence of roses", "Each sequence smells.") == ["Sequence models"]
    assert topics("Roses", "A sequence. A sequence. We see a sequence. Our sequence. This sequence.") == []


def test_acronyms_are_whole_words_in_their_own_case() -> None:
    assert topics("S4 for roses") == ["Sequence models", "State space models"]
    assert topics("S4s and S42 and s4") == ["Sequence models", "State space models"]
    assert topics("s4 or S42") == []


def test_a_short_acronym_counts_beside_its_spelling_only() -> None:
    assert topics("SSM", "The SSM of the garden. We prune an SSM.") == []
    assert topics("SSM", "A state space model.") == ["Sequence models", "State space models"]


def test_a_short_acronym_counts_beside_words_that_settle_it() -> None:
    assert topics("CFG for gardeners") == []
    assert topics("CFG in sampling roses") == ["Guidance"]


def test_a_longer_phrase_that_means_something_else_hides_the_shorter() -> None:
    assert topics("Diffusion of roses") == ["Diffusion models"]
    assert topics("Heat diffusion in roses") == []


def test_a_word_that_says_what_it_is_about_switches_a_topic_off() -> None:
    assert topics("Diffusion of stars", "They drift between galaxies.") == []


def test_title_words_do_not_count_in_the_abstract() -> None:
    assert topics("A benchmark of roses") == ["Benchmarks"]
    assert topics("Roses", "We pass a benchmark. We like this benchmark. A benchmark.") == []


def test_keywords_count_like_the_title() -> None:
    assert topics("Roses", keywords=("diffusion",)) == ["Diffusion models"]


def test_for_want_of_topics_the_best_in_passing_then_categories_are_taken() -> None:
    alone = paper("Roses", "Diffusion models draw pictures.", categories=("q-bio.GN",))
    made = tagged(alone)[0]
    assert [label.name for label in made.tags if label.kind == "topic"] == [
        "Diffusion models",
        "Garden science",
    ]
    assert [rule for label, rule, _ in explain(made, VOCABULARY) if label.kind == "topic"] == [
        "spoken of in passing (2 points)",
        "arXiv category",
    ]


def test_a_paper_with_few_topics_is_a_finding() -> None:
    _, findings = tag([paper("Roses")], VOCABULARY, ())
    assert [(f.code, f.source, f.text) for f in findings] == [("few-topics", Source("a.txt", 1), "Roses")]


def test_facts_become_tags_sorted_by_kind_and_name() -> None:
    made = paper(
        "Ranking",
        categories=("cs.LG", "zz.ZZ"),
        organizations=("acme-ai", "Department of Roses, Example University"),
        venue="International Conference on Roses 2024",
        date="2024-05-06",
        links=(Link("code", "https://example.org/code"),),
    )
    assert [(t.kind, t.slug, t.name) for t in tagged(made)[0].tags] == [
        ("topic", "ranking", "Ranking"),
        ("category", "cs-lg", "Machine Learning (cs.LG)"),
        ("category", "zz-zz", "zz.ZZ"),
        ("feature", "has-code", "Has code"),
        ("organization", "acme-ai", "Acme AI"),
        ("organization", "example-university", "Example University"),
        ("venue", "rose", "ROSE"),
        ("year", "2024", "2024"),
    ]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("example-u", "Example University"),
        ("Example University", "Example University"),
        ("EU, Rosetown", "Example University"),
        ("Institute of Roses, University of Example, Rosetown", "University of Example, Rosetown"),
        ("institute-of-roses", "Institute of Roses"),
        ("Institute of ROSES", "Institute of ROSES"),
        ("Rose Labs, eu", "Rose Labs, eu"),
    ],
)
def test_organizations_are_shown_by_their_usual_name(printed: str, shown: str) -> None:
    assert organization_name(printed, VOCABULARY.organizations) == shown


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("ROSE 2024", "ROSE"),
        ("38th International Conference on Roses", "ROSE"),
        ("ROSE Workshop", "ROSE Workshop"),
    ],
)
def test_venues_are_shown_without_year_and_number(printed: str, shown: str) -> None:
    assert venue_name(printed, VOCABULARY.venues) == shown


def test_one_address_has_one_name_and_kinds_do_not_share_addresses() -> None:
    papers = [
        paper("Ranking", key="1", organizations=("Rose Labs",), venue="Ranking"),
        paper("Roses", key="2", organizations=("Rose-Labs",)),
        paper("Roses", key="3", organizations=("Rose-Labs",)),
    ]
    made = tagged(*papers)
    assert {label for one in made for label in one.tags if label.kind == "organization"} == {
        Tag("organization", "rose-labs", "Rose-Labs")
    }
    assert Tag("venue", "ranking-venue", "Ranking") in made[0].tags


def decision(act: str, subject: str, *names: str) -> Decision:
    return Decision(Source("decisions.yml", 3), act, (subject,), "", names)  # type: ignore[arg-type]


def test_decisions_win_over_every_rule() -> None:
    decisions = (decision("tag", "Roses", "state space models"), decision("untag", "Roses", "Ranking"))
    roses = paper("Roses", keywords=("ranking",))
    made = tagged(roses, decisions=decisions)[0]
    assert [label.name for label in made.tags] == ["Sequence models", "State space models"]
    assert explain(made, VOCABULARY, decisions)[1][1:] == ("decided by a person", "seeds/decisions.yml")


def test_decisions_in_vain_are_findings() -> None:
    decisions = (decision("tag", "No Such Paper", "Ranking"), decision("untag", "Benchmark", "No such topic"))
    _, findings = tag([paper("Benchmark", keywords=("ranking",))], VOCABULARY, decisions)
    assert [(f.code, f.source.line, f.text) for f in findings] == [
        ("decision-in-vain", 3, "No Such Paper"),
        ("no-such-topic", 3, "No such topic"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("topics: [", 1, "not YAML"),
        ("- topics", 1, "must be a mapping"),
        ("topics:\n  Roses:\n    colour: [red]", 3, "no field"),
        ("topics:\n  Roses:\n    spellings: {a: b}", 3, "list of phrases"),
        ("topics:\n  Roses:\n    spellings: ['…']", 3, "never be found"),
        ("topics:\n  Roses: {}\n  roses: {}", 3, "same address"),
        ("topics:\n  Roses: {}\n  Roses: {}", 3, "twice"),
        ("topics:\n  Roses: {broader: Plants}", 2, "not in this file"),
        ("topics:\n  A: {broader: B}\n  B: {broader: A}", 2, "part of itself"),
        ("organizations:\n  A: [x]\n  B: [X]", 3, "two names"),
        ("flowers: {}", 1, "no field"),
    ],
)
def test_faults_of_the_file_are_findings_with_their_line(text: str, line: int, what: str) -> None:
    _, findings = read_topics("topics.yml", text)
    assert findings
    assert (findings[0].source, findings[0].level) == (Source("topics.yml", line), "error")
    assert what in findings[0].what


def test_what_is_sound_in_a_faulty_file_still_works() -> None:
    vocabulary, findings = read_topics("t", "topics:\n  Roses: {broader: Plants, hue: red}\n  Tulips: {}\n")
    assert len(findings) == 2
    made = tagged(paper("Roses and Tulips"), vocabulary=vocabulary)
    assert [label.name for label in made[0].tags] == ["Roses", "Tulips"]


@given(st.text())
def test_any_text_can_be_a_vocabulary(text: str) -> None:
    vocabulary, findings = read_topics("t", text)
    assert isinstance(vocabulary, Vocabulary)
    assert all(isinstance(finding, Finding) for finding in findings)


WORDS = st.lists(
    st.sampled_from(["state", "space", "models", "S4", "heat", "diffusion", "we", ".", ",", "benchmark", "é"])
)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4), st.randoms())
@settings(max_examples=60)
def test_the_order_of_papers_makes_no_difference(
    texts: list[tuple[list[str], list[str]]], random: object
) -> None:
    papers = [paper(" ".join(a), " ".join(b), key=str(n)) for n, (a, b) in enumerate(texts)]
    shuffled = papers[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(tagged(*papers), key=lambda one: one.key) == sorted(
        tagged(*shuffled), key=lambda one: one.key
    )


@given(st.text(), st.text())
def test_every_tag_of_any_paper_is_explained(title: str, abstract: str) -> None:
    made = tagged(paper(title, abstract, categories=(title[:5],) if title else ()))[0]
    assert [label for label, _, _ in explain(made, VOCABULARY)] == list(made.tags)


def test_a_very_long_abstract_is_read_in_one_pass() -> None:
    made = tagged(paper("Roses", "state space " * 200_000 + "model. A state space model. We model."))
    assert "State space models" in [label.name for label in made[0].tags]
