"""Documentation that cannot go stale: what is written about commands, formats and places is true."""

import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from papergarden.cli import main
from papergarden.readers import READERS, Reader, name

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
COMMANDS = sorted(main.commands)


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def between(document: str, marker: str) -> str:
    """What stands between ``<!-- marker: … -->`` and ``<!-- /marker -->``."""
    found = re.search(rf"<!-- {marker}:[^>]*-->\n(.*?)<!-- /{marker} -->", text(document), re.DOTALL)
    assert found, f"{document} has no part marked {marker}"
    return found[1].strip()


def reader_names() -> list[str]:
    return [name(reader) for reader in READERS]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_that_is_right_usage(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = CliRunner().invoke(main, [command, "--help"])
    assert shown.exit_code == 0
    example = re.search(rf"Example: papergarden ({command}\b.*)", shown.output)
    assert example, shown.output
    group = click.Context(main)
    # Parsing alone, with files taken on trust: the example names the user's own.
    parameters = [*main.commands[command].params]
    for parameter in parameters:
        if isinstance(parameter.type, click.Path):
            monkeypatch.setattr(parameter, "type", click.Path())
    main.commands[command].make_context(command, example[1].split()[1:], parent=group)


def test_the_readme_lists_every_command_with_the_first_line_of_its_help() -> None:
    rows = [
        f"| `papergarden {command}` | {main.commands[command].get_short_help_str(200)} |"
        for command in COMMANDS
    ]
    assert between("README.md", "commands").splitlines() == ["| command | does |", "|---|---|", *rows]


def test_the_readme_lists_every_format() -> None:
    titles = [inspect.getdoc(reader).partition("\n")[0] for reader in READERS]  # type: ignore[union-attr]
    listed = " ".join(between("README.md", "formats").split()).rstrip(".")
    assert listed.split(" · ") == titles


def documentation(reader: Reader) -> tuple[str, str, str]:
    """A reader's docstring as its page uses it: name of the format, explanation, example."""
    title, _, rest = inspect.cleandoc(reader.__doc__ or "").partition("\n")
    explanation, _, example = rest.partition("Example::")
    return title, explanation.strip(), inspect.cleandoc(example)


@pytest.mark.parametrize("reader", READERS, ids=reader_names())
def test_a_reader_explains_its_format(reader: Reader) -> None:
    title, explanation, example = documentation(reader)
    assert 3 <= len(title) <= 60
    assert not title.endswith(".")
    assert len(explanation.split()) >= 15
    assert example


def linked(document: str) -> Iterator[str]:
    """The addresses that a document links to or shows, without those on other hosts."""
    for url in re.findall(r"\]\(([^)\s]+)\)", text(document)):
        if "://" not in url:
            yield url


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_to_a_file_or_heading_leads_somewhere(document: str) -> None:
    for url in linked(document):
        path, _, anchor = url.partition("#")
        target = ROOT / (path or document)
        assert target.exists(), f"{document} links to {url}"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = {
                re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings
            }
            assert anchor in anchors, f"{document} links to {url}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_that_is_named_is_there(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", text(document), re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_is_named_is_there(document: str) -> None:
    named = set(re.findall(r"(?:`|&& |^)papergarden ([a-z]+)", text(document), re.MULTILINE))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_place_that_is_named_is_there(document: str) -> None:
    roots = ("seeds/", "site_src/", "generator/", "tests/", "benchmarks/", ".github/", ".ci/", "papergarden/")
    named = [path for path in re.findall(r"`([\w./-]+)`", text(document)) if path.startswith(roots)]
    places = (ROOT, ROOT / "generator")
    assert [path for path in named if not any((place / path).exists() for place in places)] == []


def test_the_readme_is_read_in_one_sitting() -> None:
    assert len(text("README.md").splitlines()) < 150


def rooms() -> set[str]:
    """Every module of the package's top and every room, as the tree has them."""
    package = ROOT / "generator/papergarden"
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    return modules | {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}


def test_the_picture_of_the_rooms_is_true() -> None:
    picture = between("CONTRIBUTING.md", "rooms").strip("`")
    assert set(re.findall(r"\b\w+/|(?<=  )\w+(?=\s)", picture)) & rooms() == rooms()


def recipe() -> dict[str, str]:
    """The files that the recipe for a format gives, by their paths."""
    blocks = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", text("CONTRIBUTING.md"), re.DOTALL)
    return dict(blocks)


def test_the_recipe_for_a_format_works_as_written(tmp_path: Path) -> None:
    for part in ("generator", "tests/readers", "tests/samples", "seeds"):
        shutil.copytree(
            ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, content in recipe().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    registry = tmp_path / "generator/papergarden/readers/__init__.py"
    registry.write_text(enrolled(registry.read_text(encoding="utf-8"), "reading_notes"), encoding="utf-8")
    sample = "tests/samples/reading_notes/kettles.txt"
    written = run(tmp_path, "papergarden", "golden", sample)
    assert written.returncode == 0, written.stderr
    tested = run(tmp_path, "pytest", "tests/readers/test_samples.py", "-k", "reading_notes")
    assert tested.returncode == 0, tested.stdout
    golden = (tmp_path / f"{sample}.golden.json").read_text(encoding="utf-8")
    assert "On watched kettles" in golden
    assert '"finding lines": 1' in golden


def enrolled(registry: str, reader: str) -> str:
    """The module that lists the readers, with one more."""
    added = f"from papergarden.readers import {reader}\n\n\nclass Reader(Protocol):"
    registry = registry.replace("\n\nclass Reader(Protocol):", added)
    return re.sub(r"(READERS: tuple\[Reader, \.\.\.\] = \()", rf"\1{reader}, ", registry)


def run(project: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module's command with the package of a project."""
    env = {**os.environ, "PYTHONPATH": str(project / "generator")}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
