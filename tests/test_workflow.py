"""What robots do: nothing unpinned, no right beyond need, every part of the site starts them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
STARTER = ROOT / "site_src/starter/.github/workflows/publish.yml"
"""What `papergarden init` gives to a new collection."""
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def load(path: Path) -> dict[str, Any]:
    # BaseLoader keeps the key `on` a word; YAML 1.1 would read it as a boolean.
    workflow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return workflow


def commands(workflow: dict[str, Any]) -> list[str]:
    return [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]


def test_there_is_one_workflow_to_publish_and_one_to_test() -> None:
    assert [path.name for path in WORKFLOWS] == ["publish.yml", "test.yml"]


@pytest.mark.parametrize("path", [*WORKFLOWS, STARTER], ids=short)
def test_every_action_is_pinned_to_a_commit_that_names_its_version(path: Path) -> None:
    uses = [
        line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line
    ]
    assert uses
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", [*WORKFLOWS, STARTER], ids=short)
def test_a_workflow_may_only_read_and_each_job_ends_in_time(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert all(int(job["timeout-minutes"]) <= 20 for job in workflow["jobs"].values())


def test_only_the_job_that_publishes_may_write_and_only_to_pages() -> None:
    rights = {
        f"{path.stem}.{name}": job["permissions"]
        for path in WORKFLOWS
        for name, job in load(path)["jobs"].items()
        if "permissions" in job
    }
    assert rights == {
        "publish.build": {"contents": "read", "pages": "read"},
        "publish.deploy": {"pages": "write", "id-token": "write"},
    }


def test_a_push_publishes_when_it_touches_what_the_site_is_made_of() -> None:
    pushed = load(ROOT / ".github/workflows/publish.yml")["on"]["push"]
    assert pushed["branches"] == ["main"]
    assert {"seeds/**", "generator/**", "site_src/**", "mkdocs.yml", "requirements.txt"} <= set(
        pushed["paths"]
    )
    missing = [path for path in pushed["paths"] if not (ROOT / path.removesuffix("/**")).exists()]
    assert missing == []


def test_robots_run_the_commands_that_people_run() -> None:
    publish, test = (load(path) for path in WORKFLOWS)
    assert commands(publish) == ["make site"]
    assert commands(test) == ["make check FORMAT=github", ".ci/run"]
    assert "exec make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"site", "check", "test", "serve"} <= set(targets)


def test_a_new_collection_is_published_by_the_same_hands() -> None:
    publish, starter = load(ROOT / ".github/workflows/publish.yml"), load(STARTER)
    assert {name: job.get("permissions") for name, job in starter["jobs"].items()} == {
        name: job.get("permissions") for name, job in publish["jobs"].items()
    }
    assert [
        step.get("uses") for job in starter["jobs"].values() for step in job["steps"] if "uses" in step
    ] == [step.get("uses") for job in publish["jobs"].values() for step in job["steps"] if "uses" in step]


def test_one_publication_at_a_time_and_none_is_cut_off() -> None:
    assert load(ROOT / ".github/workflows/publish.yml")["concurrency"] == {
        "group": "pages",
        "cancel-in-progress": "false",
    }
