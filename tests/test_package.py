"""The package as others install it: a wheel with all it needs to start a collection and build its site."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the contents of the wheel, built from a copy so that nothing is left in the checkout."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("generator", "site_src"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    built = run(
        [*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", str(copy / "dist"), str(copy)], copy
    )
    assert built.returncode == 0, built.stderr
    [wheel] = (copy / "dist").glob("*.whl")
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(command: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder."""
    env = {**os.environ, **variables}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_a_collection_is_started_and_built_with_the_installed_package(
    installed: Path, tmp_path: Path
) -> None:
    papergarden = [sys.executable, "-P", "-m", "papergarden"]
    started = run([*papergarden, "init", "mine"], tmp_path, PYTHONPATH=str(installed))
    assert started.returncode == 0, started.stderr
    assert (tmp_path / "mine/.github/workflows/publish.yml").is_file()
    built = run([*papergarden, "build"], tmp_path / "mine", PYTHONPATH=str(installed))
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "mine/site/papers/1503.04069/index.html").is_file()
    assert str(ROOT) not in built.stderr


def test_the_package_brings_its_licence_and_its_types(installed: Path) -> None:
    assert (installed / "papergarden/py.typed").is_file()
    assert len(list(installed.glob("papergarden-*.dist-info/licenses/LICENSE"))) == 1
