"""A build after any change makes what a fresh build makes."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from papergarden import base, pipeline, prepare
from papergarden.mkdocs_plugin import build_site
from papergarden.publish import Site
from tests.incremental.collection import build, files, fresh, times
from tests.incremental.edits import EDITS, add_seed, alter_field, decide, drop_paper, edit_line, rename_seed


@pytest.mark.parametrize("number", range(2))
def test_after_any_edits_the_site_is_that_of_a_fresh_build(
    project: Path, number: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(number)
    edits = chance.sample(EDITS, len(EDITS))
    build(project)
    for first, second in zip(edits[::2], edits[1::2], strict=True):
        first(project.parent, chance)
        second(project.parent, chance)
        build(project)
        assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_what_went_comes_back_as_it_was_to_a_library_that_was_kept_before(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Few changes are not worth to be kept, and the next build is told from what was kept before them."""
    for module in (base, pipeline, prepare):
        monkeypatch.setattr(module, "FEW", 2)
    build(project)
    seed = project.parent / "seeds/b.jsonl"
    whole = seed.read_text("utf-8")
    lines = whole.splitlines(keepends=True)
    without, other = "".join(lines[:-1]), "".join((*lines[1:], lines[0].replace("Kettles", "Pots")))
    for text in (without, whole, other, whole, without, other):
        seed.write_text(text, "utf-8")
        build(project)
        assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_two_sites_of_one_project_are_each_what_a_fresh_build_makes(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What the one is built from is not what the other was built from."""
    chance = random.Random(3)
    sites = [project.parent / "site", tmp_path_factory.mktemp("elsewhere") / "site"]
    for edit in (None, add_seed, edit_line, drop_paper, alter_field, rename_seed, alter_field, decide):
        if edit:
            edit(project.parent, chance)
        build_site(project, sites[0], strict=False)
        assert files(sites[0]) == fresh(project, tmp_path_factory.mktemp("other"))
        sites.reverse()


def test_a_build_that_broke_off_is_no_last_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(5)
    build_site(project, None, strict=False)
    for edit in (alter_field, alter_field, edit_line):
        edit(project.parent, chance)
        with monkeypatch.context() as patch:
            patch.setattr(Site, "finish", lambda site: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                build_site(project, None, strict=False)
        edit(project.parent, chance)
        build_site(project, None, strict=False)
        assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_a_paper_that_is_gone_leaves_no_page_and_no_folder(project: Path) -> None:
    build_site(project, None, strict=False)
    papers = {path.name for path in (project.parent / "site/papers").iterdir()}
    (project.parent / "seeds/c.jsonl").unlink()
    build_site(project, None, strict=False)
    assert len({path.name for path in (project.parent / "site/papers").iterdir()}) == len(papers) - 6


@pytest.mark.parametrize(
    "damage",
    [
        lambda memory: memory.unlink(),
        lambda memory: memory.write_bytes(memory.read_bytes()[:-20]),
        lambda memory: memory.write_bytes(memory.read_bytes().replace(b"papergarden", b"papergarten", 1)),
        lambda memory: memory.write_bytes(b"\xff\x00" * 99),
        lambda memory: memory.write_bytes(b"\n\n\n[" + b"[" * 9999),
        lambda memory: (memory.unlink(), memory.mkdir()),
    ],
    ids=["lost", "cut", "another version", "noise", "deep", "a folder"],
)
def test_a_memory_that_is_no_good_does_no_harm(project: Path, damage: Callable[[Path], None]) -> None:
    build_site(project, None, strict=False)
    site = project.parent / "site"
    before, made = times(site), files(site)
    (site / "papers/left-over").mkdir()
    (site / "papers/left-over/index.html").write_text("from an older build", "utf-8")
    (site / "tags/index.html").write_text("damaged", "utf-8")
    for memory in [path for path in (project.parent / ".cache").rglob("*") if path.is_file()]:
        damage(memory)
    build_site(project, None, strict=False)
    assert files(site) == made
    after = times(site)
    assert {path for path in before if before[path] != after[path]} == {(site / "tags/index.html").as_posix()}


def test_files_of_other_tools_stay(project: Path) -> None:
    site = project.parent / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git/config").write_text("theirs", "utf-8")
    build_site(project, None, strict=False, fresh=True)
    assert (site / ".git/config").read_text("utf-8") == "theirs"


def test_a_build_leaves_a_site_that_failed_as_it_was(project: Path) -> None:
    build_site(project, None, strict=False)
    before = files(project.parent / "site")
    template = project.parent / "site_src/templates/paper.md.j2"
    template.write_text("{% broken", "utf-8")
    with pytest.raises(Exception, match="broken"):
        build_site(project, None, strict=False)
    assert files(project.parent / "site") == before
