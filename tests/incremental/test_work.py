"""The guards of speed: what a build after a change makes, reads and writes is counted."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from papergarden import mkdocs_plugin
from papergarden.mkdocs_plugin import build_site
from papergarden.moulds.mould import Mould
from papergarden.publish import Site
from papergarden.writers import author_pages, feeds, list_pages, paper_pages
from tests.incremental.collection import WORDS, times


def test_keys_are_found_of_pages_to_which_a_change_matters(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard of the speed of a build after a new seed: most pages are known to be as they were."""
    found: list[str] = []
    lists = vars(list_pages)["_List"]
    for writer, method, name in (
        (paper_pages, "_key", "papers"),
        (author_pages, "_key", "authors"),
        (feeds, "_key", "feeds"),
        (lists, "key", "lists"),
    ):
        key = vars(writer)[method]

        def watched(*of: object, key: Callable[..., str] = key, name: str = name) -> str:
            found.append(name)
            return key(*of)

        monkeypatch.setattr(writer, method, watched)
    lines = [json.dumps({"title": f"On {word}", "authors": [f"Person {word}"]}) for word in WORDS]
    (project.parent / "seeds/d.jsonl").write_text("\n".join(lines), "utf-8")
    build_site(project, None, strict=False)
    assert found.count("papers") == 28
    every_list = found.count("lists")
    found.clear()
    (project.parent / "seeds/e.jsonl").write_text(
        '{"title": "On none", "authors": ["Dee Instance"]}', "utf-8"
    )
    build_site(project, None, strict=False)
    assert found.count("papers") < 10
    assert found.count("authors") < 4
    assert found.count("lists") < every_list / 2


def test_what_did_not_change_is_not_touched(project: Path) -> None:
    build_site(project, None, strict=False)
    before = times(project.parent / "site")
    edited = project.parent / "seeds/a.jsonl"
    edited.write_text(edited.read_text("utf-8").replace("It helps.", "It hurts.", 1), "utf-8")
    build_site(project, None, strict=False)
    after = times(project.parent / "site")
    changed = {Path(path).parent.name for path in after if after[path] != before.get(path)}
    assert 0 < len(changed) < 6
    assert before.keys() == after.keys()


def test_work_is_counted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard of the speed: how much is made, not how long it takes."""
    work = {"frames": 0, "filled": 0}
    frame, fill = Mould.__init__, Mould.fill

    def count_frame(self: Mould, *arguments: object) -> None:
        work["frames"] += 1
        frame(self, *arguments)  # type: ignore[arg-type]

    def count_fill(self: Mould, *arguments: object) -> bytes:
        work["filled"] += 1
        return fill(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Mould, "__init__", count_frame)
    monkeypatch.setattr(Mould, "fill", count_fill)
    sites: list[Site] = []

    def watched(folder: Path, memory: Path) -> Site:
        sites.append(Site(folder, memory))
        return sites[-1]

    monkeypatch.setattr(mkdocs_plugin, "Site", watched)
    build_site(project, None, strict=False)
    pages = sum(path.name == "index.html" for path in (project.parent / "site").rglob("*"))
    assert work["frames"] < 20 < pages
    assert work["filled"] < pages + work["frames"]
    assert sites[0].written == len(sites[0])

    work["filled"] = 0
    build_site(project, None, strict=False)
    assert sites[1].written == 0
    assert work["filled"] == work["frames"] // 2, "moulds are tried; no page is filled"

    edited = project.parent / "seeds/a.jsonl"
    edited.write_text(edited.read_text("utf-8").replace("It helps.", "It hurts.", 1), "utf-8")
    build_site(project, None, strict=False)
    assert sites[2].written < 35 < len(sites[2]) / 4, "its page, and the files that hold all papers"
    assert os.path.getsize(sites[2].memory) < 300 * len(sites[2])


def test_the_search_index_reads_only_what_is_new(project: Path, documents_read: list[str]) -> None:
    build_site(project, None, strict=False)
    assert len(documents_read) >= 18
    documents_read.clear()
    edited = project.parent / "seeds/a.jsonl"
    edited.write_text(edited.read_text("utf-8").replace("It helps.", "It hurts.", 1), "utf-8")
    build_site(project, None, strict=False)
    assert len(documents_read) == 2, "as it is, and as it was, to take its words away"
