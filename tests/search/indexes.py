"""Indexes for tests of the search: papers to write one of, and what is in its files."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from papergarden.writers import search_index
from papergarden.writers.search_documents import Documents, SearchDocument
from papergarden.writers.search_index import write_search_index
from tests.sections import sections


def paper(key: str, title: str, **fields: Any) -> SearchDocument:
    return SearchDocument(kind="paper", url=f"papers/{key}/", title=title, **fields)


LIBRARY = [
    paper(
        "kettles", "Boiling Kettles", abstract="Water and steam.", date="2020-01-01", authors=("Ada Exämple",)
    ),
    paper("kettles2", "Boiling Kettles Again", abstract="Boiling kettles, kettles.", date="2021-01-01"),
    paper("flash", "FlashKettle: Fast Kettles", abstract="A self-heating kettle.", venue="Kitchen 2021"),
    paper(
        "heat", "Selfheating devices", abstract="We study self heating devices in H$_2$O and $\\ell_1$ maps."
    ),
    paper("beta", "β-Lamps for everyone", abstract="Light for generation.", has_code=True, date="2019"),
    paper(
        "lamps",
        "Lanterns and lamps",
        abstract="The lantern shines. It glows.",
        date="2022",
        tags=("Dim light",),
    ),
    paper("lamps3", "Lanterns and lamps in rain", abstract="It rains.", date="2023", sources=("list.txt",)),
    paper("gtn1", "A study of a graph tidy network (GTN)", abstract="It tidies."),
    paper("gtn2", "Graph tidy network (GTN) for rooms", abstract="Rooms."),
    paper("gtn3", "GTNs at scale", abstract="Only the short name is used here."),
    paper("cjk", "学习表示的方法", abstract="中文"),
    paper("rare", "𠀀𠀁𠀂 𠀀𠀁𠀃 𠀀𠀄", abstract="Beyond the first plane."),
    paper("id", "A paper with an id", ids=("2401.00001", "10.1000/xyz", "https://a.example.org/p.pdf")),
    SearchDocument(kind="author", url="authors/ada-example/", title="Ada Exämple", papers=3),
    SearchDocument(kind="tag", url="tags/dim-light/", title="Dim light", papers=1),
    SearchDocument(kind="page", url="about/", title="About this garden", abstract="Why it is."),
]


def in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put nothing into the manifest, however small it is."""
    monkeypatch.setattr(search_index, "INLINE_BYTES", -1)
    monkeypatch.setattr(search_index, "TINY", 0)


def save(documents: Sequence[SearchDocument], folder: Path) -> str:
    (folder / "search").mkdir()
    for file in write_search_index(Documents.of(documents)):
        assert isinstance(file.content, bytes)
        (folder / file.path).write_bytes(file.content)
    return f"{folder}/search/"


def tails_of(base: str) -> set[str]:
    """The files of tails, by what they are: two sections for each of some shards."""
    known = json.loads(sections_of(base + "manifest.bin")[0])
    names = sections_of(base + "manifest.bin")[1]
    first = known["counts"][0]
    places = range(first, first + known["counts"][1])
    return {f"{base}{names[6 * place : 6 * place + 6].hex()}.bin" for place in places}


def sections_of(path: str) -> list[bytes]:
    """What is in a file of the index."""
    return sections(Path(path).read_bytes())


def many(count: int) -> list[SearchDocument]:
    return [
        paper(
            f"p{i}",
            f"Study{i} of thing{i % 50} number",
            abstract=f"word{i % 300} again " * 4,
            date=f"{2000 + i % 20}",
        )
        for i in range(count)
    ]
