"""The disk: every document is read or spoken of; nothing is written outside the folder or needlessly."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from papergarden import files as module
from papergarden.decode import decode
from papergarden.files import Opened, collect, load_templates, save
from papergarden.model import OutFile, Settings
from papergarden.project import settings_from
from papergarden.unchanged import files_below


def settings(root: Path) -> Settings:
    return Settings(seeds=root / "seeds", topics=root / "topics.yml", templates=root / "templates")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def test_folders_below_are_read_and_hidden_files_and_decisions_are_not(seeds: Path) -> None:
    (seeds / "b").mkdir()
    (seeds / "b" / "two.txt").write_text("two")
    (seeds / "one.txt").write_text("one")
    (seeds / ".DS_Store").write_bytes(b"\x00")
    (seeds / "decisions.yml").write_text("papers: []")
    collection = collect(settings(seeds.parent))
    assert [(seed.path, seed.text) for seed in collection.seeds] == [("b/two.txt", "two"), ("one.txt", "one")]
    assert collection.decisions.text == "papers: []"
    assert collection.findings == ()


def test_bad_documents_are_findings_and_good_ones_are_still_read(seeds: Path) -> None:
    (seeds / "binary.txt").write_bytes(bytes(range(256)))
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "folder.txt").mkdir()
    os.symlink(seeds / "nowhere", seeds / "dangling.txt")
    os.mkfifo(seeds / "pipe.txt")
    (seeds / "good.txt").write_text("good")
    collection = collect(settings(seeds.parent))
    assert [(seed.path, seed.text) for seed in collection.seeds] == [
        ("binary.txt", ""),
        ("empty.txt", ""),
        ("good.txt", "good"),
    ]
    assert sorted((finding.source.seed, finding.code) for finding in collection.findings) == [
        ("binary.txt", "binary-file"),
        ("dangling.txt", "unreadable-file"),
        ("empty.txt", "empty-file"),
        ("folder.txt", "empty-folder"),
        ("pipe.txt", "unreadable-file"),
    ]


def test_seeds_that_are_not_there_are_told_with_what_to_do(seeds: Path) -> None:
    seeds.rmdir()
    (finding,) = collect(settings(seeds.parent)).findings
    assert (finding.level, str(finding.source), finding.what) == ("error", ".:1", "There is no folder seeds.")
    assert "mkdocs.yml" in finding.fix
    seeds.mkdir()
    (finding,) = collect(settings(seeds.parent)).findings
    assert (finding.level, str(finding.source), finding.what) == ("info", ".:1", "The folder seeds is empty.")


def test_a_document_that_is_as_it_was_is_not_opened_again(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def decoded(path: str, data: bytes) -> object:
        read.append(path)
        return decode(path, data)

    monkeypatch.setattr(module, "decode", decoded)
    for number, name in enumerate(("one.txt", "two.txt", "three.txt")):
        (seeds / name).write_bytes(b"" if number else b"one")
    opened = Opened()

    def look(lately: int) -> list[str]:
        monkeypatch.setattr(module, "LATELY", lately)
        read.clear()
        found = collect(settings(seeds.parent), opened=opened)
        again, anew = read[:], collect(settings(seeds.parent))
        assert (list(found.seeds), found.findings) == (list(anew.seeds), anew.findings)
        return again

    assert look(10**12) == look(-(10**9)) == ["one.txt", "three.txt", "two.txt"]
    assert look(-(10**9)) == []
    (seeds / "two.txt").write_bytes(b"two")
    (seeds / "three.txt").unlink()
    assert look(-(10**9)) == ["two.txt"]
    (seeds / "three.txt").write_bytes(b"")
    assert look(-(10**9)) == ["three.txt"]


def test_a_document_that_was_opened_from_another_folder_is_called_as_from_this_one(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeds / "inside").mkdir()
    for name in ("one.txt", "two.txt"):
        (seeds / "inside" / name).write_bytes(b"" if name == "two.txt" else b"one")
    monkeypatch.setattr(module, "LATELY", -(10**9))
    opened, whole = Opened(), settings(seeds.parent)
    for one in (whole, replace(whole, seeds=seeds / "inside"), whole):
        found, anew = collect(one, opened=opened), collect(one)
        assert (list(found.seeds), found.findings) == (list(anew.seeds), anew.findings)


def test_a_folder_that_leads_back_to_itself_is_read_once_and_told(seeds: Path) -> None:
    (seeds / "one.txt").write_text("one")
    (seeds / "inside").mkdir()
    (seeds / "inside" / "two.txt").write_text("two")
    os.symlink(seeds, seeds / "inside" / "again")
    os.symlink(seeds.parent, seeds / "out")
    collection = collect(settings(seeds.parent))
    assert [seed.path for seed in collection.seeds] == ["inside/two.txt", "one.txt"]
    assert {(finding.source.seed, finding.code) for finding in collection.findings} == {
        ("inside/again", "unreadable-file"),
        (f"out/{seeds.name}", "unreadable-file"),
    }
    (seeds.parent / ".cache").mkdir()
    (seeds.parent / ".cache/kept").touch()
    looked_at = list(files_below(str(seeds)))
    assert not any("kept" in path for path in looked_at), "a server would build for ever: it writes there"
    assert [looked_at.count(f"{seeds}/{name}") for name in ("one.txt", "inside/two.txt", "out")] == [1, 1, 1]
    assert len(looked_at) < 10


def test_only_the_named_documents_are_read(seeds: Path, tmp_path: Path) -> None:
    (seeds / "one.txt").write_text("one")
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("other")
    named = collect(settings(seeds.parent), [elsewhere, seeds / "one.txt"])
    assert [seed.path for seed in named.seeds] == ["elsewhere.txt", "one.txt"]


def test_a_file_that_is_already_so_keeps_its_time(tmp_path: Path) -> None:
    files = [OutFile("a/b.html", "text"), OutFile("c.bin", b"\x00")]
    paths = list(save(tmp_path, files))
    for path in paths:
        os.utime(path, (1, 1))
    list(save(tmp_path, [*files[:1], OutFile("c.bin", b"\x01")]))
    assert paths[0].stat().st_mtime == 1
    assert paths[1].stat().st_mtime > 1


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a/../../b", ""])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside the folder"):
        list(save(tmp_path / "site", [OutFile(path, "text")]))


def test_a_template_of_ones_own_is_used_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "site_src/templates").mkdir(parents=True)
    ours = load_templates(settings_from({"plugins": [{"papergarden": {"templates": "nothing"}}]}, tmp_path))
    (tmp_path / "site_src/templates/paper.md.j2").write_text("# {{ paper.title }}", "utf-8")
    both = load_templates(settings_from({}, tmp_path))
    assert both == {**ours, "paper.md.j2": "# {{ paper.title }}"} != ours
