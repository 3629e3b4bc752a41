"""A small collection that is built again and again, and what a site of it holds."""

import json
import random
import shutil
from pathlib import Path

from papergarden.ahead import Ahead
from papergarden.mkdocs_plugin import build_site
from papergarden.project import load_settings
from papergarden.unchanged import build_of

ROOT = Path(__file__).parents[2]
WORDS = (
    *("kettles", "gardens", "papers", "attention", "watched"),
    *("boiling", "transformers", "sampling", "graphs", "speech"),
)
PEOPLE = ("Ada Example", "Bo Sample", "Cy Specimen", "A. Example")


def paper(number: int, chance: random.Random) -> dict[str, object]:
    title = " ".join(chance.sample(WORDS, 4)).capitalize()
    return {
        "title": f"{title} {number}",
        "authors": chance.sample(PEOPLE, 2),
        "abstract": f"We study {' and '.join(chance.sample(WORDS, 5))}. It helps.",
        "year": 2000 + chance.randrange(4),
    }


def seed_text(numbers: range, chance: random.Random) -> str:
    return "".join(json.dumps(paper(number, chance)) + "\n" for number in numbers)


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"  # its head has the hour it was made
    }


def times(site: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_mtime_ns for path in site.rglob("*.html")}


def build(config: Path) -> None:
    """Build as the command does."""
    with Ahead(build_of(config, None, strict=False), load_settings(config), config.parent) as ahead:
        build_site(config, None, strict=False, ahead=ahead)


def fresh(config: Path, folder: Path) -> dict[str, bytes]:
    """What the project makes where nothing is remembered."""
    copy = folder / "fresh"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(config.parent, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    build_site(copy / config.name, None, strict=False)
    return files(copy / "site")
