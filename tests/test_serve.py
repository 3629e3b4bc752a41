"""`mkdocs serve` as people run it: pages made when they are asked for, edits shown, faults told."""

import gc
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen
from weakref import ref

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from papergarden import garbage
from papergarden.mkdocs_plugin import PapergardenPlugin, build_site
from papergarden.project import PLUGIN
from papergarden.watching import GLANCE, Watch
from papergarden.writers import pages

PATIENCE = 60
"""Seconds until a server that does not answer is held to be dead."""
SEED = """\
title\tauthors\tabstract
On watched kettles\tAda Example; Bo Sample\tWe study kettles that somebody watches.
A garden of papers\tAda Example\tWe plant papers and water them.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("docs", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds/kettles.tsv").write_text(SEED, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Kettles\nsite_url: https://papers.example/garden/\n"
        "theme: {name: material, font: false}\nplugins: [papergarden]\n"
        "validation: {nav: {omitted_files: ignore}}\n",
        "utf-8",
    )
    return tmp_path


@pytest.fixture
def hooked_server(project: Path) -> Iterator[str]:
    """The same of a project with a hook."""
    (project / "hook.py").write_text(HOOK.format("new"), "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    with served(project) as address:
        yield address


@pytest.fixture
def server(project: Path) -> Iterator[str]:
    """The address of a server that shows the project."""
    with served(project) as address:
        yield address


@contextmanager
def served(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", host]
    log = project.parent / f"{project.name}.log"
    with log.open("wb") as said, subprocess.Popen(command, cwd=project, stderr=said) as process:
        yield f"http://{host}/garden/"
        process.kill()


def answer(address: str) -> tuple[int, str]:
    try:
        with urlopen(address) as found:
            return found.status, found.read().decode()
    except HTTPError as error:
        return error.code, ""
    except (URLError, ConnectionError):
        return 0, ""


def until(address: str, right: Callable[[int, str], bool]) -> str:
    """What is at an address once it is right."""
    end = time.monotonic() + PATIENCE
    while not right(*(found := answer(address))):
        assert time.monotonic() < end, f"{address} stays {found}"
        time.sleep(0.1)
    return found[1]


def shows(text: str) -> Callable[[int, str], bool]:
    return lambda status, page: status == 200 and text in page


def test_an_edited_seed_and_a_broken_one_are_shown(project: Path, server: str) -> None:
    until(f"{server}papers/on-watched-kettles/", shows("On watched kettles"))
    assert answer(f"{server}papers/nothing/")[0] == 404
    assert "On watched kettles" in answer(f"{server}data/papers.csv")[1]
    assert answer(f"{server}search/manifest.bin".replace("manifest.bin", ""))[0] == 200
    until(f"{server}papers/on-watched-kettles", shows("On watched kettles"))

    seed = project / "seeds/kettles.tsv"
    seed.write_text(SEED.replace("On watched kettles", "On kettles that boil"), "utf-8")
    until(f"{server}papers/on-kettles-that-boil/", shows("On kettles that boil"))
    until(f"{server}papers/on-watched-kettles/", lambda status, _: status == 404)
    assert "On kettles that boil" in answer(f"{server}data/papers.csv")[1]

    (project / "seeds/broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    page = until(f"{server}sources/", shows("broken.txt"))
    found = re.search(r'href="(?:\./)?([^"]*broken[^"]*)"', page)
    assert found
    assert "broken.txt" in answer(f"{server}sources/{found[1]}")[1]
    assert answer(f"{server}papers/a-garden-of-papers/")[0] == 200


def config_of(project: Path, site: Path) -> tuple[MkDocsConfig, PapergardenPlugin]:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, PapergardenPlugin)
    return config, plugin


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


NAV = """
nav:
- Start: index.md
- Ways:
  - By topic: tags/index.md
  - authors/index.md
- One: papers/a-garden-of-papers/index.md
"""


@pytest.mark.parametrize("nav", ["", NAV])
def test_what_is_made_on_demand_is_what_a_build_makes(
    project: Path, tmp_path_factory: pytest.TempPathFactory, nav: str
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config_file:
        config_file.write(nav)
    whole, lazy = (tmp_path_factory.mktemp(name) for name in ("whole", "lazy"))
    for text in (SEED, SEED.replace("Bo Sample", "Cy Specimen"), SEED.rsplit("\n", 2)[0] + "\n", SEED):
        (project / "seeds/kettles.tsv").write_text(text, "utf-8")
        build_site(project / "mkdocs.yml", whole, strict=False, fresh=True)
        config, plugin = config_of(project, lazy)
        plugin.lazy = True
        build(config)
        for path in files(whole):
            plugin.demand.make(path)
        assert files(lazy) == files(whole)


def test_a_server_lists_nothing_before_it_is_asked(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = pages._listed

    def listed(write: Any) -> object:
        asked.append(write.__name__)
        return real(write)

    monkeypatch.setattr(pages, "_listed", listed)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config_file:
        config_file.write("nav: [Start: index.md]\n")
    config, plugin = config_of(project, tmp_path / "lazy")
    plugin.lazy = True
    build(config)
    assert asked == []
    plugin.demand.make("papers/on-watched-kettles/index.html")
    plugin.demand.make("papers/a-garden-of-papers/index.html")
    assert asked == ["_papers"]
    assert files(tmp_path / "lazy").keys() >= {"papers/on-watched-kettles/index.html", "404.html"}
    assert "index.html" not in files(tmp_path / "lazy")
    for _ in range(2):
        plugin.demand.make("index.html")
    assert asked == ["_papers", "_home"]


def test_a_server_holds_no_more_from_build_to_build(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "BUILDS", 4)
    site, configs = tmp_path_factory.mktemp("site"), []
    for _ in range(8):
        config, plugin = config_of(project, site)
        plugin.lazy = True
        build(config)
        configs.append(ref(config))
        del config, plugin
    assert sum(config() is not None for config in configs) <= 4
    assert gc.get_freeze_count() > len(gc.get_objects())


def test_sources_that_come_and_go_are_seen(project: Path, server: str) -> None:
    until(f"{server}papers/on-watched-kettles/", shows("On watched kettles"))
    templates = project / "site_src/templates"
    templates.mkdir(parents=True)
    (templates / "author.md.j2").write_text("# Somebody\n", "utf-8")
    until(f"{server}authors/ada-example/", shows("Somebody"))
    (project / "seeds").rename(project / "away")
    until(f"{server}papers/on-watched-kettles/", lambda status, _: status == 404)
    (project / "away").rename(project / "seeds")
    until(f"{server}papers/on-watched-kettles/", shows("On watched kettles"))
    (project / "seeds/kettles.tsv").write_text(SEED.replace("On watched", "On hot"), "utf-8")
    until(f"{server}papers/on-hot-kettles/", shows("On hot kettles"))


def test_a_faulty_template_is_told_to_whoever_asks_for_its_page(project: Path, server: str) -> None:
    until(f"{server}papers/on-watched-kettles/", shows("On watched kettles"))
    templates = project / "site_src/templates"
    templates.mkdir(parents=True)
    (templates / "paper.md.j2").write_text("{{ 1/0 }}", "utf-8")
    until(f"{server}papers/on-watched-kettles/", lambda status, _: status == 500)
    said = (project.parent / f"{project.name}.log").read_text("utf-8")
    assert f"{templates / 'paper.md.j2'}:1: division by zero. Mend this template" in said
    assert "Traceback" not in said
    (templates / "paper.md.j2").unlink()
    until(f"{server}papers/on-watched-kettles/", shows("On watched kettles"))


HOOK = """
def on_page_markdown(markdown, page, **_):
    return markdown + "\\n\\nSaid by a hook that is {}.\\n"
"""


def test_an_edited_hook_is_used(project: Path, hooked_server: str) -> None:
    until(f"{hooked_server}papers/on-watched-kettles/", shows("Said by a hook that is new."))
    (project / "hook.py").write_text("broken(", "utf-8")
    time.sleep(5 * GLANCE)
    (project / "hook.py").write_text(HOOK.format("mended"), "utf-8")
    until(f"{hooked_server}papers/on-watched-kettles/", shows("Said by a hook that is mended."))


def test_what_changes_during_the_first_build_is_seen(tmp_path: Path) -> None:
    watch, rings = Watch(lambda: [tmp_path / "seeds"]), Event()
    (tmp_path / "seeds").mkdir()
    watch.tell(lambda changed: rings.set())
    assert rings.wait(PATIENCE)
    rings.clear()
    assert not rings.wait(5 * GLANCE), "nothing changed since"
    (tmp_path / "seeds/a.txt").touch()
    assert rings.wait(PATIENCE)


def test_a_change_of_equal_length_is_seen_though_its_time_was_put_back(tmp_path: Path) -> None:
    seed, rings = tmp_path / "a.txt", Event()
    seed.write_text("one", "utf-8")
    times = seed.stat()
    watch = Watch(lambda: [seed])
    while seed.stat().st_ctime_ns == times.st_ctime_ns:  # the clock of a disk has ticks
        seed.write_text("two", "utf-8")
        os.utime(seed, ns=(times.st_atime_ns, times.st_mtime_ns))
    watch.tell(lambda changed: rings.set() if changed == {str(seed)} else None)
    assert rings.wait(PATIENCE)
