"""The command sees at once that there is nothing to do, and never says so wrongly."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config

from papergarden import ahead, mkdocs_plugin, pipeline, unchanged
from papergarden.base import Line
from papergarden.cli import main
from papergarden.mkdocs_plugin import build_site
from papergarden.model import Library
from tests.incremental.collection import ROOT, files, fresh, seed_text
from tests.incremental.edits import change_topics

T = TypeVar("T")


def built(config: Path) -> str:
    """What the command says when it builds."""
    return CliRunner().invoke(main, ["build", "-f", str(config)]).output


def inherit(config: Path) -> None:
    if not (config.parent / "base.yml").exists():
        config.write_text(config.read_text("utf-8").replace("site_name: Kettles\n", "INHERIT: base.yml\n"))
        (config.parent / "base.yml").write_text("site_name: Kettles\n", "utf-8")
    else:
        (config.parent / "base.yml").write_text("site_name: Pots\n", "utf-8")


def name_a_variable(config: Path) -> None:
    config.write_text(config.read_text("utf-8").replace("name: Kettles", "name: !ENV [kettles, x]"), "utf-8")
    os.environ["kettles"] += "!"  # noqa: SIM112 (names may be in small letters)


def link_a_folder(config: Path) -> None:
    elsewhere = config.parent / "elsewhere"
    if not elsewhere.exists():
        elsewhere.mkdir()
        (config.parent / "seeds/linked").symlink_to(elsewhere)
    (elsewhere / "more.jsonl").write_text(seed_text(range(50, 53), random.Random(os.urandom(4))), "utf-8")


def link_another_folder(config: Path) -> None:
    """One of two folders that are looked at anyway has a second name, and then the other has it."""
    seeds = config.parent / "seeds"
    link = seeds / "zz"
    if link.exists():
        link.unlink()
        link.symlink_to(seeds / "two")
        return
    for name, numbers in (("one", range(50, 52)), ("two", range(52, 55))):
        (seeds / name).mkdir()
        (seeds / name / f"{name}.jsonl").write_text(seed_text(numbers, random.Random(3)), "utf-8")
    link.symlink_to(seeds / "one")


def include_a_file(config: Path) -> None:
    extension = f"markdown_extensions: [{{pymdownx.snippets: {{base_path: [{config.parent}]}}}}]\n"
    config.write_text(config.read_text("utf-8").removesuffix(extension) + extension, "utf-8")
    (config.parent / "docs/about.md").write_text('# About\n\n--8<-- "words.txt"\n', "utf-8")
    (config.parent / "words.txt").write_text(f"Words {os.urandom(4).hex()}\n", "utf-8")


def have_topics(config: Path) -> None:
    topics = config.parent / "site_src/topics.yml"
    if topics.exists():
        topics.unlink()
    else:
        shutil.copy(ROOT / "site_src/topics.yml", topics)
        change_topics(config.parent, random.Random(1))


def build_otherwise(config: Path) -> None:
    """A build by another command, of seeds that are then as they were."""
    seed = config.parent / "seeds/a.jsonl"
    before = seed.read_text("utf-8")
    seed.write_text(before.replace("helps", "hurts"), "utf-8")
    build_site(config, None, strict=True)
    seed.write_text(before, "utf-8")


def test_the_command_sees_at_once_that_nothing_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["build", "-f", str(project)]
    (project.parent / "seeds/broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    first = CliRunner().invoke(main, command)
    built = files(project.parent / "site")
    again = CliRunner().invoke(main, command)
    assert "Nothing changed" in again.output
    assert again.exit_code == first.exit_code == 1
    (project.parent / "site/about/index.html").unlink()
    assert "Nothing changed" not in CliRunner().invoke(main, command).output
    assert files(project.parent / "site") == built
    assert "Nothing changed" not in CliRunner().invoke(main, [*command, "--fresh"]).output
    (project.parent / "docs/about.md").write_text("# About something else\n", "utf-8")
    assert "Nothing changed" not in CliRunner().invoke(main, command).output
    assert "something else" in (project.parent / "site/about/index.html").read_text("utf-8")
    assert files(project.parent / "site") != built


@pytest.mark.parametrize(
    "change",
    [
        inherit,
        name_a_variable,
        link_a_folder,
        link_another_folder,
        include_a_file,
        have_topics,
        build_otherwise,
    ],
    ids=lambda change: str(change.__name__),
)
def test_the_command_sees_what_else_may_change(
    project: Path,
    change: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    monkeypatch.setenv("kettles", "Kettles")
    change(project)
    built(project)
    before = files(project.parent / "site")
    change(project)
    built(project)
    assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))
    assert files(project.parent / "site") != before or change is build_otherwise


def test_the_command_sees_that_another_program_built(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(unchanged, "PACKAGE", project.parent / "docs")
        built(project)
    assert "Nothing changed" not in built(project)
    assert "Nothing changed" in built(project)


def test_the_command_sees_what_changed_while_it_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def gather_and_edit(*arguments: Any) -> tuple[Library, Line]:
        gathered = pipeline.gather(*arguments)
        (project.parent / "seeds/late.jsonl").write_text(seed_text(range(60, 62), random.Random(2)), "utf-8")
        return gathered

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(mkdocs_plugin, "gather", gather_and_edit)
        built(project)
    assert "Nothing changed" not in built(project)
    assert "Nothing changed" in built(project)
    assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_the_command_sees_that_the_configuration_changed_as_it_was_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_and_edit(*arguments: Any, **given: Any) -> Any:
        config = load_config(*arguments, **given)
        project.write_text(project.read_text("utf-8").replace("Kettles", "Pots"), "utf-8")
        return config

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(mkdocs_plugin, "load_config", load_and_edit)
        built(project)
    assert "Nothing changed" not in built(project)
    assert "Pots" in (project.parent / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "known"), [("material.extensions.emoji.twemoji", True), ("json.dumps", False)]
)
def test_the_command_does_not_rely_on_code_that_the_configuration_names(
    project: Path, name: str, known: bool
) -> None:
    """Code of the project's own may be another tomorrow; that of packages that we know has a version."""
    code = f"markdown_extensions:\n- pymdownx.emoji:\n    emoji_index: !!python/name:{name}\n"
    project.write_text(project.read_text("utf-8") + code, "utf-8")
    built(project)
    assert ("Nothing changed" in built(project)) is known


def test_the_command_sees_what_changed_after_it_was_read_ahead(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nobody knows then what the last build was made from, but the library of it is kept."""

    def load_and_edit(*arguments: Any, **given: Any) -> Any:
        (project.parent / "seeds/late.jsonl").write_text(seed_text(range(60, 62), random.Random(2)), "utf-8")
        return load_config(*arguments, **given)

    def at_once(work: Callable[[], T]) -> Callable[[], T]:
        made = work()
        return lambda: made

    built(project)
    for memory in (project.parent / ".cache/papergarden").glob("*.build"):
        memory.unlink()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(mkdocs_plugin, "load_config", load_and_edit)
        meanwhile.setattr(ahead, "aside", at_once)
        built(project)
    assert not any((project.parent / "site/sources").glob("late*"))
    assert "Nothing changed" not in built(project)
    assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))
