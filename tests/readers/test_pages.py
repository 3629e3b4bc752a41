"""The pages of the collection as other extractions print them: the same papers come out."""

import json
import re
from collections.abc import Callable, Iterable

import pytest

from papergarden.model import Entry, Finding, Seed
from papergarden.readers import claimants, name, nearest
from tests.readers.samples import SEEDS, seed_of

TEXTS = {path.name[:3]: seed_of(path).text for path in SEEDS}


def read(text: str, reader: str) -> list[Entry]:
    """The entries of a text that just this reader claims."""
    seed = Seed("some.txt", text)
    assert [name(claimant) for claimant in claimants(seed)] == [reader]
    return [each for each in claimants(seed)[0].read(seed) if isinstance(each, Entry)]


def titles(entries: Iterable[Entry]) -> list[str]:
    return [entry.title for entry in entries]


def abstracts(entries: Iterable[Entry]) -> list[str]:
    return [entry.abstract for entry in entries]


def _between(text: str, *lines: str) -> str:
    """The page with lines between each abstract and the next title."""
    return re.sub(r"(?<=\.)\n\n(?=\S)", "\n\n" + "\n".join(lines) + "\n", text)


TRENDING: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "no blank lines": lambda text: re.sub(r"\n+", "\n", text),
    "subscribe glued": lambda text: re.sub(r"\nSubscribe\n[\s\S]*?Sep 10\n\n", "\nSubscribe", text),
    "all of the head glued": lambda text: re.sub(
        r"^[\s\S]*?Sep 10\n\n", "Daily PapersbyAK and the research communitySep 10", text
    ),
    "no head": lambda text: re.sub(r"^[\s\S]*?Sep 10\n\n", "", text),
    "date with year": lambda text: text.replace("Sep 10\n", "September 10, 2025\n"),
    "votes and numbers of authors": lambda text: _between(text, "63", "·", "12 authors", "4 comments"),
    "submitted by": lambda text: _between(text, "Submitted by", "someone"),
    "bare head": lambda text: re.sub(r"^[\s\S]*?Sep 10\n\n", "Log In\nSign Up\nTrending Papers\n", text),
}


@pytest.mark.parametrize("form", TRENDING)
def test_a_trending_page_in_every_extraction(form: str) -> None:
    entries = read(TRENDING[form](TEXTS["004"]), "daily_papers")
    assert titles(entries) == titles(read(TEXTS["004"], "daily_papers"))
    assert abstracts(entries) == abstracts(read(TEXTS["004"], "daily_papers"))
    assert len(entries) == 30


def test_what_a_trending_page_says_below_a_paper_is_kept() -> None:
    text = _between(TEXTS["004"], "Published on Jun 13, 2024", "GitHub 1.2k", "arXiv Page")
    entries = read(text, "daily_papers")
    assert len(entries) == 30
    assert {entry.date for entry in entries[:-1]} == {"Jun 13, 2024"}
    assert all(entry.has_code and entry.extra["GitHub stars"] == "1.2k" for entry in entries[:-1])


CARDS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "blank lines between": lambda text: text.replace("\n", "\n\n"),
    "without lines of score": lambda text: re.sub(r"(?m)^\d+\.\d[A-Z]{2}.*\n", "", text),
    "without et al.": lambda text: text.replace(" et al.", ""),
    "without organizations": lambda text: re.sub(r"(?m) · [\w-]+$", "", text),
    "a head above": lambda text: "Papers\nSort by\n" + text,
}


@pytest.mark.parametrize("form", CARDS)
def test_cards_in_every_extraction(form: str) -> None:
    entries = read(CARDS[form](TEXTS["002"]), "cards")
    whole = read(TEXTS["002"], "cards")
    assert [(e.title, e.authors, e.abstract) for e in entries] == [
        (e.title, e.authors, e.abstract) for e in whole
    ]


def test_the_line_of_score_and_date_belongs_to_the_card_below_it() -> None:
    cards = {entry.title: entry for entry in read(TEXTS["002"], "cards")}
    assert sum(bool(card.score) for card in cards.values()) == 12
    card = cards["KernelBench: Can LLMs Write Efficient GPU Kernels?"]
    assert (card.score, card.categories, card.date, card.has_code) == (
        "44.9",
        ("cs.LG",),
        "Feb 14, 2025",
        True,
    )


def _viewer(text: str) -> list[str]:
    """The viewer's page as its head and its cells."""
    return text.strip().split("\n")


Lines = list[str]


def _swapped(lines: Lines) -> Lines:
    """The columns in the other order."""
    cells = [line for at in range(8, len(lines), 2) for line in (lines[at + 1], lines[at])]
    return [*lines[4:8], *lines[:4], *cells]


def _widened(lines: Lines) -> Lines:
    """A third column in the middle."""
    cells = [line for at in range(8, len(lines), 2) for line in (lines[at], "train", lines[at + 1])]
    return [*lines[:4], "split", "stringclasses", "2 values", *lines[4:8], *cells]


VIEWER: dict[str, Callable[[Lines], Lines]] = {
    "as it is": lambda lines: lines,
    "page around": lambda lines: ["Dataset Viewer", "Subset (1)", *lines, "Previous", "1", "2", "Next"],
    "columns the other way round": _swapped,
    "a column more": _widened,
    "other names": lambda lines: ["paper_id", *lines[1:4], "summary", *lines[5:]],
    "one line a column": lambda lines: [
        "id stringlengths 9 12",
        "abstract stringlengths 431 13.8k",
        *lines[8:],
    ],
    "ranges in one line": lambda lines: [*lines[:2], "9–12", *lines[4:6], "431 – 13.8k", *lines[8:]],
    "without ranges": lambda lines: ["arxiv_id", "string", "abstract", "string", *lines[8:]],
    "blank lines between": lambda lines: [line for pair in lines for line in (pair, "")],
}


@pytest.mark.parametrize("form", VIEWER)
def test_a_dataset_viewer_with_any_columns(form: str) -> None:
    text = "\n".join(VIEWER[form](_viewer(TEXTS["003"])))
    entries = read(text, "dataset_viewer")
    whole = read(TEXTS["003"], "dataset_viewer")
    assert [(e.arxiv_id, e.abstract) for e in entries] == [(e.arxiv_id, e.abstract) for e in whole]
    assert len(entries) == 100


def test_one_bad_id_leaves_its_abstract_and_all_other_rows() -> None:
    text = TEXTS["003"].replace("\n2405.20519\n", "\nno id\n")
    entries = read(text, "dataset_viewer")
    assert len(entries) == 100
    assert [entry.extra for entry in entries if not entry.arxiv_id] == [{"arxiv_id": "no id"}]


def test_json_lines_go_on_after_every_kind_of_broken_line() -> None:
    lines = TEXTS["arx"].strip().split("\n")
    broken = [*lines[:3], "{", "[1]", '"text"', "null", "{}", "[" * 10_000, json.dumps({"x": 1}), *lines[3:]]
    seed = Seed("some.jsonl", "\n".join(broken))
    readings = list(claimants(seed)[0].read(seed))
    assert sum(isinstance(each, Entry) for each in readings) == len(lines)
    assert [each.source.line for each in readings if isinstance(each, Finding)] == list(range(4, 11))


def test_a_document_that_begins_like_a_format_is_near_it() -> None:
    text = "\n".join(["2406.09415", "2406.07550", *["This is a sentence of its own."] * 9])
    near = nearest(Seed("some.txt", text))
    assert near is not None
    assert (name(near[0]), near[1]) == ("id_list", 3)
    assert nearest(Seed("some.txt", "Nothing of the kind.\n")) is None


def test_a_viewer_s_head_without_a_row_is_no_paper() -> None:
    head = "title\nstringlengths\n2\n300\nabstract\nstringlengths\n80\n9.9k\n"
    (reader,) = claimants(Seed("some.txt", head))
    assert not any(isinstance(each, Entry) for each in reader.read(Seed("some.txt", head)))


def test_bullets_of_names_with_links_are_a_markdown_list_and_no_proceedings() -> None:
    many = "Ada Example, Bo Sample, Cy Placeholder, Dee Specimen, Eve Instance, ICML 2019"
    few = "Ada Example, Bo Sample, ICML 2019"
    bullets = [f"- [A Kettle](https://arxiv.org/abs/2401.{n:05}) {many if n % 2 else few}" for n in range(20)]
    assert len(read("\n".join(bullets) + "\n", "awesome_list")) == 20
