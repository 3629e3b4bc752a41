"""The rooms of the package: imports point down, neighbours do not meet, only the top opens files."""

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator/papergarden"
ROWS = {"model": 1, "text": 1, "readers": 2, "steps": 2, "checks": 2, "writers": 2, "moulds": 2}
MKDOCS = {"mkdocs_config", "mkdocs_plugin", "mkdocs_theme"}
TOP = dict.fromkeys({"cli", "__main__", *MKDOCS}, 4)
BORROWED = {"model": set[str](), "text": {"ftfy"}}
"""What the first row may use beside the standard library."""
TOUCHES_FILES = {
    *(
        "open",
        "read_text",
        "write_text",
        "read_bytes",
        "write_bytes",
        "iterdir",
        "glob",
        "rglob",
        "walk",
        "mkdir",
    ),
    *("exists", "is_file", "is_dir", "stat", "touch", "unlink", "rmdir", "rename", "resolve", "urlopen"),
}
MODULES = {
    ".".join(("papergarden", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def room(module: str) -> str:
    """The folder that a module lives in; a module at the top is a room of its own."""
    return [*module.split("."), ""][1]


def row(module: str) -> int:
    return ROWS.get(room(module)) or TOP.get(room(module), 3)


def imports(module: str) -> set[str]:
    """Every module that is imported anywhere in a module, by its full name."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} line {node.lineno}: imports are absolute here"
            base = node.module or ""
            found |= {
                f"{base}.{name.name}" if f"{base}.{name.name}" in MODULES else base for name in node.names
            }
    return found


def own(module: str) -> set[str]:
    return {name for name in imports(module) if name.split(".")[0] == "papergarden"}


def foreign(module: str) -> set[str]:
    names = {name.split(".")[0] for name in imports(module)}
    return names - {"papergarden"} - sys.stdlib_module_names


def test_every_room_is_there() -> None:
    assert set(ROWS) == {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    # The package's own name holds only the version; anybody may ask for it.
    beside = {name for name in own(module) if room(name) not in {room(module), ""}}
    if row(module) <= 2:
        wrong = {name for name in beside if row(name) >= row(module)}
    else:
        wrong = {name for name in beside if row(name) > row(module)}
    assert wrong == set()


@pytest.mark.parametrize("module", [name for name in MODULES if row(name) == 1])
def test_the_first_row_needs_the_standard_library_only(module: str) -> None:
    assert foreign(module) <= BORROWED[room(module)]


@pytest.mark.parametrize("module", [name for name in MODULES if row(name) <= 2])
def test_the_core_opens_no_file(module: str) -> None:
    called = [node.func for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]
    names = {
        *(function.id for function in called if isinstance(function, ast.Name)),
        *(function.attr for function in called if isinstance(function, ast.Attribute)),
    }
    assert names & TOUCHES_FILES == set()
    assert imports(module) & {"os", "shutil", "tempfile", "subprocess", "socket"} == set()


def test_only_three_modules_know_mkdocs() -> None:
    knowing = {name for name in MODULES if foreign(name) & {"mkdocs", "material"}}
    assert knowing == {f"papergarden.{name}" for name in MKDOCS}


def test_no_module_needs_itself_by_a_detour() -> None:
    TopologicalSorter({name: own(name) - {name, "papergarden"} for name in MODULES}).prepare()
