"""While MkDocs is loaded, another process reads what is new in the seeds."""

import json
import os
import sys
import threading
from pathlib import Path

import pytest
from mkdocs.config import config_options

from papergarden import prepare
from papergarden.reading import read_seed
from tests.incremental.collection import build, files, fresh
from tests.incremental.conftest import project

__all__ = ["project"]


def build_with_a_new_seed(project: Path) -> None:
    (project.parent / "seeds/z.jsonl").write_text('{"title": "On none", "authors": ["Dee Instance"]}')
    build(project)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_after_a_new_seed_the_first_process_reads_and_cleans_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    build(project)
    with monkeypatch.context() as patch:
        here, read = os.getpid(), read_seed
        patch.setattr(prepare, "read_seed", lambda *given: read(*given) if os.getpid() != here else 1 / 0)
        build_with_a_new_seed(project)
    assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_what_was_read_ahead_for_a_library_that_is_lost_is_read_again(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    build(project)
    for kept in (project.parent / ".cache/papergarden/shelf").glob("*.library"):
        kept.unlink()
    build_with_a_new_seed(project)
    assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_what_a_hook_does_before_the_build_is_read(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    hook = "from pathlib import Path\ndef on_pre_build(config):\n    Path({!r}).write_text({!r})\n"
    with project.open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    for title in ("On kettles", "On pots"):
        seed = json.dumps({"title": f"{title} that are made", "authors": ["Dee Instance"]})
        made = str(project.parent / "seeds/made.jsonl")
        (project.parent / "hook.py").write_text(hook.format(made, seed), "utf-8")
        config_options.Hooks._load_hook.cache_clear()  # as another process has it
        build(project)
        assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))
