"""The commands that make the site: each by itself, all to the same bytes, whatever the machine's habits."""

import gzip
import hashlib
import sys
from pathlib import Path

from tests.site.conftest import ROOT, run


def digests(site: Path) -> dict[str, str]:
    """A fingerprint of every file; of a compressed file, what is in it: its head has the hour it was made."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(
            gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        ).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_mkdocs_alone_builds_strictly_and_makes_the_same_site(site: Path, tmp_path: Path) -> None:
    habits = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    built = run(command, ROOT, habits)
    assert built.returncode == 0, built.stderr
    assert digests(tmp_path) == digests(site)


def test_the_pages_on_disk_are_those_of_the_site(site: Path, tmp_path: Path) -> None:
    written = run([sys.executable, "-m", "papergarden", "pages", str(tmp_path)], ROOT)
    assert written.returncode == 0, written.stderr
    made = {page.relative_to(tmp_path).as_posix().removesuffix(".md") for page in tmp_path.rglob("*.md")}
    assert len(made) > 200
    assert [page for page in made if not (site / f"{page}.html").is_file()] == []
