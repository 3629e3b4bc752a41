"""Each address has one claimant; whoever comes second is told of, once."""

from dataclasses import replace

from papergarden.checks import check
from papergarden.model import Authorship, Library, Paper, Person, Record, Source, Tag


def paper(key: str, line: int, *tags: Tag) -> Paper:
    record = Record(source=Source("a.bib", line), end=line, reader="bibtex", ref=key)
    return Paper(key=key, records=(record,), authors=(Authorship("Ada Example", "ada-example"),), tags=tags)


def library(*papers: Paper) -> Library:
    ada = Person("ada-example", "Ada Example", ("Ada Example",), tuple(one.key for one in papers))
    return Library(papers=papers, people={ada.slug: ada}, seeds=(), matches=(), findings=())


def test_what_papers_share_takes_no_address_twice() -> None:
    def kettles() -> Tag:
        return Tag("topic", "kettles", "Kettles")

    assert not list(check(library(paper("a", 1, kettles()), paper("b", 2, kettles()))))


def test_a_second_claimant_is_told_of_once_and_whatever_its_case() -> None:
    topic, feature = Tag("topic", "kettles", "Kettles"), Tag("feature", "kettles", "Kettles")
    some = [paper("a", 1, topic), paper("A", 2, feature), paper("c", 3, feature)]
    found = [(one.code, one.source.line, one.text) for one in check(library(*some))]
    assert found == [("address-taken", 2, "papers/A/"), ("address-taken", 2, "tags/kettles/")]


def test_persons_are_told_of_whose_addresses_differ_in_case_alone() -> None:
    one = paper("a", 1)
    other = replace(one, key="b", authors=(Authorship("Ada Example", "Ada-Example"),))
    both = library(one, other)
    ada = Person("Ada-Example", "Ada Example", ("Ada Example",), ("b",))
    found = list(check(replace(both, people={**both.people, ada.slug: ada})))
    assert [(one.code, one.text) for one in found] == [("address-taken", "authors/Ada-Example/")]
