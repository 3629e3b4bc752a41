"""Files beside the pages: what is made from the same is not made again, and what is not the same is."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from papergarden.model import Batch, Folder, LateFile, Library, LongFile, OutFile, Page, Paper, Settings, Tag
from papergarden.writers import api_files, browse_files, data_pages
from papergarden.writers import catalog as catalog_module
from papergarden.writers.api_files import PaperShards
from papergarden.writers.catalog import Catalog
from papergarden.writers.digests import said
from papergarden.writers.kept import Kept
from papergarden.writers.pages import Tree
from papergarden.writers.pieces import Pieces
from papergarden.writers.records import record
from papergarden.writers.rendering import Renderer
from tests.library import library
from tests.library import record as stated

ROOT = Path(__file__).parents[2]
TEMPLATES = {path.name: path.read_text("utf-8") for path in (ROOT / "site_src/templates").glob("*.j2")}
FONT = (ROOT / "site_src/cards/DejaVuSerif-Bold.ttf").read_bytes()
SETTINGS = Settings(Path(), Path(), Path(), site_name="Garden", site_url="https://papers.example/", cards=5)


def edited(key: str, **fields: object) -> Library:
    """The library with one paper edited."""
    known = library()
    papers = tuple(replace(one, **fields) if one.key == key else one for one in known.papers)  # type: ignore[arg-type]
    return replace(known, papers=papers)


def without(key: str) -> Library:
    known = library()
    return replace(known, papers=tuple(one for one in known.papers if one.key != key))


def renamed(slug: str, name: str) -> Library:
    known = library()
    return replace(known, people={**known.people, slug: replace(known.people[slug], name=name)})


STATES: dict[str, tuple[Library, Settings]] = {
    "as it is": (library(), SETTINGS),
    "another title": (edited("water", title="Another title"), SETTINGS),
    "another abstract": (edited("water", abstract="Another abstract."), SETTINGS),
    "another date": (edited("water", date="1999"), SETTINGS),
    "another relation": (edited("water", related=("cjk",)), SETTINGS),
    "another place": (edited("water", records=(stated("other.txt", 7, title="Water"),)), SETTINGS),
    "a topic that another tag takes its address from": (
        edited("water", tags=(Tag("topic", "has-code", "Has code"),)),
        SETTINGS,
    ),
    "the first of all": (without("2406.09415"), SETTINGS),
    "the last of all": (without("water"), SETTINGS),
    "a person renamed": (renamed("ada-example", "Áda X. Example"), SETTINGS),
    "another site": (library(), replace(SETTINGS, site_name="Shed", site_url="https://shed.example/")),
}


def made(state: tuple[Library, Settings]) -> Iterator[tuple[str, object]]:
    """What each key stands for: a whole file by its path, or a piece of one."""
    kept = Kept()
    for file in Tree(state[0], state[1], TEMPLATES, FONT, kept=kept).files():
        if isinstance(file, LongFile):
            for number, key in enumerate(file.keys):
                yield f"{file.path} {key.hex()}", file.make(number)
        for one in file.files if isinstance(file, Batch) else [file]:
            if isinstance(one, LateFile) and one.key:
                yield f"{one.path.partition('/')[0]} {one.key}", (one.path, one.content)
    for digest, row in kept.rows.items():
        yield f"row {digest.hex()}", row


def test_a_key_never_stands_for_two_contents() -> None:
    known: dict[str, object] = {}
    for name, state in STATES.items():
        for key, content in made(state):
            assert known.setdefault(key, content) == content, f"{name}: {key}"
    assert len(known) > 200


def many(count: int) -> Library:
    """So many papers, most of them alike."""
    known = library()
    few = [one for one in known.papers if len(one.authors) < 9]
    papers = [replace(few[at % 5], key=f"p{at:04}", aliases=(), related=()) for at in range(count)]
    return replace(known, papers=tuple(papers))


def grown(of: Library) -> Library:
    """The same with one paper more."""
    return replace(of, papers=tuple(sorted((*of.papers, replace(of.papers[0], key="p0100-b")), key=by_key)))


def by_key(paper: Paper) -> str:
    return paper.key


def batch(kind: str, of: Library) -> Batch:
    catalog = Catalog.of(of)
    shards = PaperShards(catalog)
    if kind == "browse":
        return browse_files.batch(catalog, shards, Pieces(catalog, {}))
    return api_files.batch(catalog, shards)


def contents(files: list[OutFile | LateFile | Page]) -> dict[str, str | bytes]:
    return {file.path: file.content for file in files}


@pytest.mark.parametrize("kind", ["api", "browse"])
def test_files_that_are_known_are_named_without_being_made(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of: list[str] = []
    rows = Pieces.rows

    def watched_record(paper: Paper, cited: str) -> dict[str, object]:
        made_of.append(paper.key)
        return record(paper, cited)

    def watched_rows(self: Pieces, papers: list[Paper], root: str) -> str:
        made_of.extend(paper.key for paper in papers)
        return rows(self, papers, root)

    monkeypatch.setattr(api_files, "record", watched_record)
    monkeypatch.setattr(Pieces, "rows", watched_rows)
    first, second = many(600), grown(many(600))
    known = {file.key: file.path for file in batch(kind, first).files if isinstance(file, LateFile)}
    assert len(set(made_of)) == 600
    made_of.clear()
    files = list(batch(kind, second).make(lambda key: known.get(key, "")))
    assert "p0100-b" in made_of
    assert len(made_of) <= 50, "the files that the new paper comes into"
    assert contents(files) == contents(list(batch(kind, second).files))


def dumps(of: Library) -> list[LongFile]:
    catalog = Catalog.of(of)
    files = data_pages.write(catalog, Renderer(catalog, SETTINGS, TEMPLATES), "")
    return [file for file in files if isinstance(file, LongFile)]


def test_of_a_dump_only_the_new_paper_is_a_new_piece() -> None:
    for before, after in zip(dumps(many(600)), dumps(grown(many(600))), strict=True):
        assert len(set(after.keys) - set(before.keys)) == 1


def test_a_large_collection_is_handed_on_in_parts_of_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {file.path: file.content for file in dumps(many(600))}
    assert set(whole) == {f"data/{name}" for name, _ in data_pages.FILES.values()}
    monkeypatch.setattr(data_pages, "LARGEST", len(whole["data/papers.jsonl"].encode()) * 2 // 5)
    parts = [file for file in dumps(many(600)) if file.path.endswith(".jsonl")]
    assert [part.path for part in parts] == [f"data/papers-{number}.jsonl" for number in (1, 2, 3)]
    assert "".join(part.content for part in parts) == whole["data/papers.jsonl"]
    sizes = [len(part.content.encode()) for part in parts]
    assert max(sizes) < data_pages.LARGEST
    assert max(sizes) < 1.1 * min(sizes)
    for part in (file for file in dumps(many(600)) if file.path.endswith(".csl.json")):
        assert 100 < len(json.loads(part.content)) < 600


def test_a_large_collection_has_no_files_that_say_what_others_say(monkeypatch: pytest.MonkeyPatch) -> None:
    def said() -> tuple[set[str], bool]:
        catalog = Catalog.of(many(20))
        *files, page = data_pages.write(catalog, Renderer(catalog, SETTINGS, TEMPLATES), "")
        assert isinstance(page, Page)
        named = page.make().body
        assert all(f'href="{file.path.removeprefix("data/")}"' in named for file in files)
        return {file.path for file in files}, "papergarden export" in named

    monkeypatch.setattr(data_pages, "LARGE", 20)
    assert said() == ({f"data/{name}" for name, _ in data_pages.FILES.values()}, False)
    monkeypatch.setattr(data_pages, "LARGE", 19)
    assert said() == ({"data/papers.jsonl", "data/papers.bib", "data/papers.csv"}, True)


@pytest.mark.parametrize("count", [0, 1, 40, 600])
def test_sizes_are_true_or_nearly(count: int) -> None:
    for dump in data_pages._dumps(Catalog.of(many(count))):
        size = len(dump.file.content.encode())
        assert dump.exact == (count <= data_pages.EXACT)
        assert dump.size == size if dump.exact else abs(dump.size - size) < 0.05 * size


@pytest.mark.parametrize("on_demand", [True, False])
def test_nothing_is_found_out_of_papers_that_nobody_may_ask_for(
    on_demand: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def watched(paper: Paper, *beside: object) -> bytes:
        asked.append(paper.key)
        return said(paper, *beside)

    monkeypatch.setattr(catalog_module, "said", watched)
    tree = Tree(library(), SETTINGS, TEMPLATES, FONT, on_demand=on_demand)
    made = {
        one.path: one
        for some in (tree.named() if on_demand else tree.files())
        for one in (some.name() if isinstance(some, Folder) else [some])
        if isinstance(one, LateFile)
    }
    assert len(asked) == (0 if on_demand else len(library().papers))
    assert made["authors/ada-example/feed.xml"].key
    assert len(asked) == (len(library().people["ada-example"].papers) if on_demand else len(library().papers))
