"""The pinned dependencies: all of them, each with its hash, and nothing of the machine that wrote them."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(lock: str) -> dict[str, str]:
    """The version of each distribution in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {
        canonicalize_name(name): version
        for name, version in re.findall(r"^([\w.-]+)==([^ ;\\]+)", text, re.M)
    }


def wanted(lock: str) -> list[str]:
    project = PROJECT["project"]
    extra = project["optional-dependencies"]["dev"] if lock == "requirements-dev.txt" else []
    return [*project["dependencies"], *PROJECT["build-system"]["requires"], *extra]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_has_what_the_project_asks_for(lock: str) -> None:
    versions = pinned(lock)
    asked = [Requirement(line) for line in wanted(lock)]
    wrong = [
        str(need)
        for need in asked
        if not need.specifier.contains(versions.get(canonicalize_name(need.name), "0"), prereleases=True)
    ]
    assert wrong == [], "run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.findall(r"^[\w.-]+==.*\\\n {4}--hash=sha256:[0-9a-f]{64}", text, re.M)
    assert len(pins) == len(re.findall("==", text)) > 0
    assert re.findall(r"^(?![\w.-]+==|    --hash=|#).+", text, re.M) == []
    assert "://" not in text


def test_what_is_tested_is_what_is_published() -> None:
    published, tested = (pinned(lock) for lock in LOCKS)
    assert published.items() <= tested.items()


def test_the_build_is_done_with_the_pinned_backend() -> None:
    assert PROJECT["build-system"]["requires"] == PROJECT["dependency-groups"]["build"]
    assert "--no-build-isolation" in (ROOT / "Makefile").read_text(encoding="utf-8")
