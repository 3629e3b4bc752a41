"""Related papers share rare words, topics or people; better none than any."""

import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.model import Authorship, Paper, Tag
from papergarden.steps import vectors
from papergarden.steps.nearest import MOST
from papergarden.steps.relate import Relations, relate
from papergarden.steps.vectors import Close, Postings, Whole

FILLER = ("We study a question and give an answer.", "It was asked before.", "The answer is long.")


def paper(key: str, title: str, abstract: str = "", people: tuple[str, ...] = (), topic: str = "") -> Paper:
    return Paper(
        key=key,
        records=(),
        title=title,
        abstract=abstract,
        authors=tuple(Authorship(name, name.lower()) for name in people),
        tags=(Tag("topic", topic, topic),) if topic else (),
    )


def related(papers: list[Paper]) -> dict[str, tuple[str, ...]]:
    return {one.key: one.related for one in relate(papers)}


GARDEN = [
    paper("1", "Pruning roses in winter", "Roses are pruned with care."),
    paper("2", "Roses after pruning", "Pruned roses bloom."),
    paper("3", "Sailing across oceans", "Ships and harbours."),
    paper("4", "Harbours for ships", "Oceans are wide."),
    *(paper(f"x{n}", f"Subject{n} alone", f"Nothing{n} like it{n}.") for n in range(12)),
]


def test_papers_with_the_same_rare_words_are_related() -> None:
    found = related(GARDEN)
    assert found["1"] == ("2",)
    assert found["2"] == ("1",)
    assert found["3"] == ("4",)


def test_a_paper_like_no_other_has_no_relations() -> None:
    assert related(GARDEN)["x3"] == ()
    assert related([GARDEN[0]]) == {"1": ()}
    assert relate([]) == ()


def test_words_that_all_papers_have_relate_nothing() -> None:
    papers = [paper(str(n), f"Plant{n}", " ".join(FILLER)) for n in range(20)]
    assert set(related(papers).values()) == {()}


def test_people_and_topics_relate_papers_too() -> None:
    papers = [
        paper("a", "Stones", people=("Ada Example",), topic="masonry"),
        paper("b", "Bridges", people=("Ada Example",), topic="masonry"),
        *(paper(f"x{n}", f"Subject{n}") for n in range(12)),
    ]
    assert related(papers)["a"] == ("b",)


def test_at_most_eight_and_never_itself() -> None:
    papers = [paper(f"{n:02}", "Pruning roses") for n in range(12)]
    papers += [paper(f"x{n}", f"Subject{n}") for n in range(80)]
    found = related(papers)
    assert found["05"] == ("00", "01", "02", "03", "04", "06", "07", "08")
    assert all(len(keys) <= MOST and key not in keys for key, keys in found.items())


WORDS = st.lists(
    st.sampled_from(["rose", "tulip", "ship", "harbour", "ocean", "pruning", "winter"]), max_size=6
)


@given(st.lists(WORDS, min_size=1, max_size=8), st.permutations(range(8)))
@settings(max_examples=60)
def test_the_order_of_papers_makes_no_difference(texts: list[list[str]], order: list[int]) -> None:
    papers = [paper(str(n), " ".join(words)) for n, words in enumerate(texts)]
    shuffled = [papers[n] for n in order if n < len(papers)]
    assert related(papers) == related(shuffled)


@pytest.mark.parametrize("number", range(12))
def test_relations_that_are_remembered_are_those_that_are_found_anew(number: int) -> None:
    chance = random.Random(number)
    words = [f"word{at}" for at in range(chance.choice((14, 40)))]
    people = [f"Person{at}" for at in range(12)]

    def new(at: int) -> Paper:
        return paper(
            f"{at:03}",
            " ".join(chance.sample(words, 3)),
            " ".join(chance.sample(words, 6)),
            tuple(chance.sample(people, 2)),
            chance.choice(["masonry", "gardens", ""]),
        )

    papers = {at: new(at) for at in range(150)}
    relations = Relations()
    for _ in range(12):
        assert relate(list(papers.values()), relations) == relate(list(papers.values()))
        if chance.random() < 0.5:
            relations = Relations.load(*pickle.loads(pickle.dumps(relations.dump())))
        for at in chance.sample(range(160), chance.randrange(1, 12)):
            if at in papers and chance.random() < 0.8:
                del papers[at]
            else:
                papers[at] = new(at)


def test_how_many_papers_are_looked_at_together_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    words = [f"word{at}" for at in range(40)]
    papers = [paper(f"{at:03}", " ".join(chance.sample(words, 5)), "") for at in range(60)]
    together = related(papers)
    assert any(together.values())
    sizes: list[int] = []
    close_to = Postings._close_to

    def counted(postings: Postings, papers: Whole, earlier: bool) -> list[Close]:
        sizes.append(len(papers))
        return close_to(postings, papers, earlier)

    monkeypatch.setattr(Postings, "_close_to", counted)
    monkeypatch.setattr(vectors, "AT_ONCE", 7)
    assert related(papers) == together
    assert max(sizes) == 7
    assert sum(sizes) >= len(papers)


def test_papers_that_say_nothing_stay_while_others_come_and_go() -> None:
    relations = Relations()
    silent = [paper("silent", "On it"), paper("still", "")]
    for others in ([], GARDEN, GARDEN[1:], [], GARDEN[:2]):
        papers = [*silent, *others]
        assert relate(papers, relations) == relate(papers)


def test_one_paper_more_has_few_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    words = [f"word{at}" for at in range(3000)]
    papers = [
        paper(f"{at:04}", " ".join(chance.sample(words, 5)), " ".join(chance.sample(words, 60)))
        for at in range(600)
    ]
    compared: list[int] = []
    close = Postings.close

    def counted(postings: Postings, papers: Whole, *, earlier: bool) -> Close:
        compared.extend(papers.tolist())
        return close(postings, papers, earlier=earlier)

    monkeypatch.setattr(Postings, "close", counted)
    relations = Relations()
    relate(papers, relations)
    assert len(compared) == len(papers)
    compared.clear()
    relate([*papers, paper("new", " ".join(words[:5]), " ".join(words[5:65]))], relations)
    assert len(compared) < len(papers) / 2
