"""The index to search: which files there are, what is in them, and which another paper changes."""

import pickle
import random
import zlib
from array import array
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import LateFile, OutFile
from papergarden.shelf import Drawer, Shelf
from papergarden.writers import (
    search_files,
    search_findings,
    search_index,
    search_names,
    search_pack,
    search_readings,
    search_segments,
    search_table,
)
from papergarden.writers.search_documents import Documents, SearchDocument
from papergarden.writers.search_index import write_search_index
from papergarden.writers.search_language import Language, define
from papergarden.writers.search_lexicon import Lexicon, Texts
from papergarden.writers.search_lists import named, unpacked
from papergarden.writers.search_placed import placed
from papergarden.writers.search_places import document_numbers, place, year_of
from papergarden.writers.search_readings import read_documents
from papergarden.writers.search_segments import Kept
from papergarden.writers.search_terms import AUTHOR, LEVELS, Scale, weigh
from tests.sections import sections

SUBJECTS = ["graph", "speech", "robot", "vision", "protein", "market", "climate", "music", "proof", "logic"]


def paper(key: str, **fields: Any) -> SearchDocument:
    document = SearchDocument(kind="paper", url=f"papers/{key}/", title=f"On {key}")
    return document._replace(**fields)


def papers(count: int, year: int = 2020) -> list[SearchDocument]:
    """Invented papers; each has words of its own and words that it shares."""
    return [
        paper(
            f"p{i}",
            title=f"{SUBJECTS[i % 10].title()} study number{i} of kind{i % 7}",
            authors=(f"Ada Example{i % 50}", f"Bo Sample{i}"),
            abstract=f"We measure {SUBJECTS[i % 10]} with device{i % 13} and find effect{i}. " * 3,
            date=f"{year + i % 5}-01-02",
            venue=f"Fair {i % 3}",
        )
        for i in range(count)
    ]


def in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put nothing into the manifest, however small it is."""
    monkeypatch.setattr(search_index, "INLINE_BYTES", -1)
    monkeypatch.setattr(search_index, "TINY", 0)


def learned(documents: list[SearchDocument]) -> Language:
    known = Documents.of(documents)
    return read_documents(known, placed(known, known.found, year_of), None, Lexicon(), {})[0].language


def levels_of(document: SearchDocument, language: Language | None = None) -> dict[str, int]:
    lexicon, texts = Lexicon(), Texts()
    texts.read(document, lexicon)
    [found] = weigh([0], [document], texts, lexicon, Scale(lexicon, language or learned([])))
    return dict(named(found, lexicon.terms.names))


def write(documents: Iterable[SearchDocument], kept: Kept | None = None) -> dict[str, OutFile]:
    files = write_search_index(Documents.of(documents), kept)
    return {file.path: OutFile(file.path, file.content) for file in files}


def test_the_order_of_documents_does_not_matter() -> None:
    some = papers(300)
    assert write(some) == write(reversed(some))


def test_a_small_index_is_one_file_and_an_empty_one_too() -> None:
    assert list(write([])) == ["search/manifest.bin"]
    assert list(write(papers(20))) == ["search/manifest.bin"]


def test_files_are_named_after_what_is_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    files = write(papers(500))
    assert len(files) > 10
    assert list(files)[-1] == "search/manifest.bin"
    for path, file in files.items():
        assert isinstance(file.content, bytes)
        plain = zlib.decompress(file.content)
        if path != "search/manifest.bin":
            assert path == f"search/{sha256(plain).hexdigest()[:12]}.bin"


def test_another_paper_leaves_what_it_does_not_touch(monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    before = write(papers(2000))
    after = write([*papers(2000), paper("new", title="Zyzzyva", date="2021-05-05")])
    changed = set(after) - set(before)
    assert 0 < len(changed) < len(after) / 4
    assert all(after[path] == before[path] for path in set(after) & set(before) - {"search/manifest.bin"})


@given(st.lists(st.integers(min_value=1, max_value=31), min_size=13, max_size=40), st.integers(1, 12))
def test_the_first_tier_has_what_matters_most(values: list[int], room: int) -> None:
    postings = [number << 5 | value for number, value in enumerate(values)]
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(search_table, "FIRST_TIER", room)
        packed = array("I", postings).tobytes()
        first, rest = map(unpacked, search_table.parted(packed))
    best = sorted(postings, key=lambda posting: (posting & LEVELS, posting), reverse=True)
    assert list(first) == sorted(best[:room])
    assert list(rest) == sorted(best[room:])


LONG_FORMS = [
    "Graph Speech Robot (GSR)",
    "Grand Speech Room (GSR)",
    "state of robots (SoR)",
    "Proof and Logic (PaL)",
]
SAID = [
    "graph-speech",
    "graph speech",
    "GraphSpeech",
    "graphspeech",
    "GSR",
    "SoR",
    "graph speech robot",
    "robot's",
    "Graph's speeches",
    "$graph$_(speech)",
    "GRAPH\nspéech",
]
OTHERS = ["state", "of", "robots", "the", "and", "Élan", "网络", "proof and logic"]


def any_document(number: int, chance: random.Random) -> SearchDocument:
    """A paper or a person that may define, use or join what others do."""
    if chance.random() < 0.2:
        return SearchDocument(
            kind="author", url=f"authors/{number}/", title=f"Ada Graph{number % 3}", papers=number % 9
        )
    rare = [f"{SUBJECTS[number % 10]}{chance.randrange(30)}"]
    text = " ".join(chance.choices(LONG_FORMS + 2 * (SAID + OTHERS + rare), k=chance.randrange(12)))
    return paper(
        f"p{number}",
        title=" ".join(chance.choices(SAID + OTHERS, k=3)),
        abstract=text,
        tags=tuple(chance.sample(SAID, k=chance.randrange(3))),
        date=f"202{number % 5}",
    )


@pytest.mark.parametrize("seed", range(40))
def test_what_is_kept_changes_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seed: int) -> None:
    if seed % 2:
        in_files(monkeypatch)
        monkeypatch.setattr(search_index, "SHARDS", search_pack.Sizes(100, 200, 4))
        monkeypatch.setattr(search_table, "FIRST_TIER", 3)
    if seed % 3:
        for module in (search_readings, search_names):
            monkeypatch.setattr(module, "FEW", 1)
        monkeypatch.setattr(search_segments, "SEGMENT", 4)
    if seed % 4 == 1:
        monkeypatch.setattr(search_readings, "FEW_MOVED", 1000)
    chance = random.Random(seed)
    documents = {number: any_document(number, chance) for number in range(chance.randrange(40))}
    for _ in range(6):
        for _ in range(2):
            assert write(documents.values(), Drawer(Shelf(tmp_path), "index")) == write(documents.values())
        if chance.random() < 0.2:
            chance.choice(sorted(tmp_path.iterdir())).unlink()
        for number in chance.sample(range(60), k=chance.randrange(5)):
            documents[number] = any_document(number, chance)
        for number in chance.sample(sorted(documents), k=min(len(documents), chance.randrange(4))):
            del documents[number]


def test_a_term_that_takes_the_place_of_another_moves_names_between(monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    kept: dict[str, object] = {}
    people = [SearchDocument(kind="author", url=f"authors/{name}/", title=name, papers=1) for name in "mn"]
    for word in ("looms", "ovens"):
        documents = [*papers(3), *people, paper("a", title=f"On {word}")]
        assert write(documents, kept) == write(documents)


def test_what_is_there_is_not_packed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    kept: dict[str, object] = {}
    files = [*write_search_index(Documents.of(papers(500)), kept)]
    paths = {file.key: file.path for file in files if isinstance(file, LateFile)}
    packed: list[int] = []
    real = search_pack.sections

    def packing(*contents: bytes) -> bytes:
        packed.append(len(contents))
        return real(*contents)

    monkeypatch.setattr(search_files, "sections", packing)
    for expected in (0, 1):
        again = [*write_search_index(Documents.of(papers(500)), kept, lambda key: paths.get(key, ""))]
        assert [(file.path, file.key) for file in again] == [(file.path, file.key) for file in files]
        assert len(packed) == expected < len(files), "the first block tells whether blocks are small"
        assert [file.content for file in again] == [file.content for file in files]
        del kept[search_findings.OUTLINE], packed[:]


def test_an_index_of_the_same_documents_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    kept: dict[str, object] = {}
    documents = [*papers(30), SearchDocument(kind="author", url="authors/m/", title="M", papers=1)]
    files = write(documents, kept)
    with monkeypatch.context() as nothing:
        nothing.delattr(search_index, "_found")
        again = [*write_search_index(Documents.of(documents), kept)]
    assert {file.path for file in again} == files.keys()
    assert {file.path: file.content for file in again} == {path: file.content for path, file in files.items()}
    for changed in (documents[30]._replace(papers=2), documents[0]._replace(date="2019-01-01")):
        others = [changed if one.url == changed.url else one for one in documents]
        assert write(others, kept) == write(others) != files


def test_what_is_kept_is_replaced_and_not_changed() -> None:
    kept: dict[str, object] = {}
    write(papers(30), kept)
    before, stored = dict(kept), pickle.dumps(kept)
    write(papers(31)[1:], kept)
    assert pickle.dumps(before) == stored
    assert pickle.dumps(kept) != stored


def test_what_another_build_found_out_is_not_used(documents_read: list[str]) -> None:
    kept: dict[str, object] = {}
    write(papers(30), kept)
    left = kept[search_findings.FINDINGS]
    write(papers(31), kept)
    kept[search_findings.FINDINGS] = left  # as if the build had broken off
    documents_read.clear()
    assert write(papers(31), kept) == write(papers(31))
    assert len(documents_read) == 2 * 31


def test_only_documents_that_are_concerned_are_read_again(documents_read: list[str]) -> None:
    kept: dict[str, object] = {}
    old = [*papers(60), paper("uses", title="On GSR"), paper("first", abstract="Graph Speech Robot (GSR)")]
    write(old, kept)
    documents_read.clear()
    old.append(paper("alone"))
    write(old, kept)
    assert documents_read == ["papers/alone/"]
    documents_read.clear()
    second = paper("second", abstract="A Graph Speech Robot (GSR).")
    files = write([*old, second], kept)
    assert sorted(documents_read) == ["papers/first/", "papers/second/", "papers/uses/"]
    assert files == write([*old, second])


def test_ten_papers_touch_only_their_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    monkeypatch.setattr(search_index, "SHARDS", search_pack.Sizes(100, 200, 4))
    syllables = [first + second for first in "bdfgklmnprtv" for second in "aou"]
    words = [left + right for left in syllables for right in syllables]
    old = [
        paper(f"old{i}", title=f"{words[i % 1296]} {words[7 * i % 1296]} study", date="2020")
        for i in range(1500)
    ]
    new = [paper(f"new{i}", title=f"{words[i]} unheard", date="2020") for i in range(10)]
    before, after = write(old), write([*old, *new])
    shards = [terms for file in after.values() if (terms := terms_in(file))]
    changed = [terms for path, file in after.items() if path not in before and (terms := terms_in(file))]
    numbers, now = document_numbers(old), document_numbers([*old, *new])
    displaced = [document for document in old if numbers[document.url] != now[document.url]]
    touched = set().union(*map(levels_of, [*new, *displaced]))
    assert len(displaced) <= 3 * len(new)
    assert len(shards) > 40
    # A border may have moved, to the shard before or behind.
    assert len([terms for terms in changed if not touched & terms]) <= 2
    assert len(changed) < len(shards)


def terms_in(file: OutFile) -> set[str]:
    """The terms of a shard; nothing for any other file."""
    assert isinstance(file.content, bytes)
    parts = sections(file.content)
    if len(parts) != 8:
        return set()
    found, term = set(), ""
    for shared, line in zip(parts[0], parts[1].decode().split("\n"), strict=True):
        term = term[:shared] + line
        found.add(term)
    return found


def test_newer_years_have_greater_numbers() -> None:
    years, numbered = place(papers(200))
    order = [document.date[:4] for document in numbered.values()]
    assert order == sorted(order)
    assert list(numbered) == sorted(numbered)
    assert [year for year, _ in years] == [2020, 2021, 2022, 2023, 2024]
    assert all(size & (size - 1) == 0 for _, size in years)


def test_the_newest_paper_moves_no_other() -> None:
    old = [paper(f"p{i}", date=f"2020-01-{i % 28 + 1:02}") for i in range(200)]
    before = document_numbers(old)
    for name in map(str, range(9)):
        after = document_numbers([*old, paper(name, date="2020-02-01")])
        assert {url: after[url] for url in before} == before


def test_titles_count_more_than_abstracts_and_authors_are_marked() -> None:
    document = paper("a", title="Lanterns", abstract="We like kettles.", authors=("Ada Example",))
    levels = levels_of(document)
    assert levels["lantern"] > levels["kettl"]
    assert levels["exampl"] & AUTHOR
    assert not levels["lantern"] & AUTHOR
    assert "we" not in levels
    assert all(level & LEVELS > 0 for level in levels.values())


def test_stop_words_of_a_title_are_found() -> None:
    assert "not" in levels_of(paper("a", title="To be or not to be"))


def test_acronyms_are_what_the_collection_defines() -> None:
    assert list(define("We use a graph tidy network (GTN) and maps (see Fig).", Lexicon())) == [
        (("graph", "tidi", "network"), "gtn")
    ]
    defining = [paper(f"d{i}", abstract="A graph tidy network (GTN) helps.") for i in range(2)]
    language = learned(defining)
    assert "gtn" in levels_of(paper("x", abstract="graph tidy networks"), language)
    assert {"graph", "tidi", "network"} <= set(levels_of(paper("y", abstract="GTNs and GTN"), language))
    assert "gtn" not in levels_of(paper("x", abstract="graph tidy networks"), learned(defining[:1]))


def test_a_word_is_cut_and_stemmed_once_however_often_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = Lexicon.__missing__

    def counted(lexicon: Lexicon, run: str) -> int:
        asked.append(run)
        return real(lexicon, run)

    monkeypatch.setattr(Lexicon, "__missing__", counted)
    write(papers(300))
    assert len(asked) == len(set(asked))
    assert {"graph", "measure", "Example7"} <= set(asked)


def test_a_stop_word_is_no_acronym() -> None:
    language = learned([paper(f"d{i}", abstract="On instant tidying (IT).") for i in range(2)])
    assert "instant" not in levels_of(paper("x", title="As it is", abstract="It is."), language)


def test_solid_and_split_writings_meet() -> None:
    language = learned([paper(f"d{i}", abstract="self-tidying maps") for i in range(2)])
    assert "selftidi" in levels_of(paper("x", abstract="self tidying maps"), language)


@given(st.text(max_size=300), st.text(max_size=60))
def test_hostile_text_is_indexed(abstract: str, name: str) -> None:
    files = write([paper("a", title=name, abstract=abstract, authors=(name,), venue=name, ids=(name,))])
    assert list(files) == ["search/manifest.bin"]
