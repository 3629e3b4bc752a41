"""What somebody may change in a collection: each takes its folder, and chances."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.incremental.collection import WORDS, paper, seed_text


def edit_line(root: Path, chance: random.Random) -> None:
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    lines = seed.read_text("utf-8").splitlines()
    at = chance.randrange(len(lines))
    lines[at] = json.dumps(paper(at, chance))
    seed.write_text("\n".join(lines) + "\n", "utf-8")


def rename_seed(root: Path, chance: random.Random) -> None:
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    seed.rename(seed.with_name(f"{chance.choice('xyz')}{seed.name}"))


def drop_paper(root: Path, chance: random.Random) -> None:
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    seed.write_text("".join(seed.read_text("utf-8").splitlines(keepends=True)[1:]) or "\n", "utf-8")


def add_seed(root: Path, chance: random.Random) -> None:
    start = chance.randrange(100, 900)
    (root / f"seeds/new{start}.jsonl").write_text(seed_text(range(start, start + 3), chance), "utf-8")


def decide(root: Path, chance: random.Random) -> None:
    lines = [
        json.loads(line)
        for seed in root.glob("seeds/*.jsonl")
        for line in seed.read_text("utf-8").splitlines()
    ]
    titles = sorted(str(line["title"]) for line in lines)
    act = chance.choice(["{hide: %r, reason: x}", "{set: %r, title: A title decided, reason: x}"])
    (root / "seeds/decisions.yml").write_text(f"- {act % chance.choice(titles)}\n", "utf-8")


def change_template(root: Path, chance: random.Random) -> None:
    template = root / "site_src/templates" / chance.choice(["paper.md.j2", "author.md.j2"])
    template.write_text(template.read_text("utf-8") + f"\n<p>Changed {chance.random()}</p>\n", "utf-8")


def change_setting(root: Path, chance: random.Random) -> None:
    config = root / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines()
    lines[0] = f"site_name: Kettles {chance.randrange(99)}"
    config.write_text("\n".join(lines) + "\n", "utf-8")


def write_by_hand(root: Path, chance: random.Random) -> None:
    page = root / "docs/authors/ada-example/index.md"
    if page.exists():
        page.unlink()
    else:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# Ada, by hand\n", "utf-8")


def alter_field(root: Path, chance: random.Random) -> None:
    """One thing about one paper, which others show in their lists."""
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    lines = seed.read_text("utf-8").splitlines()
    at = chance.randrange(len(lines))
    known = json.loads(lines[at] or json.dumps(paper(at, chance)))
    change = {
        "title": f"{known['title']} again",
        "authors": [*known["authors"], "Dee Instance"],
        "year": 1999,
    }
    field = chance.choice(sorted(change))
    lines[at] = json.dumps(known | {field: change[field]})
    seed.write_text("\n".join(lines) + "\n", "utf-8")


def set_cards(root: Path, chance: random.Random) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        "[papergarden]", f"[papergarden: {{cards: {chance.randrange(9)}}}]"
    )
    config.write_text(text, "utf-8")


def change_topics(root: Path, chance: random.Random) -> None:
    """A word of many papers becomes a topic: of some it tells more than what was told."""
    topics = root / "site_src/topics.yml"
    word = chance.choice(WORDS)
    topic = f"  Studies of {word}: {{spellings: [{word}]}}\n"
    topics.write_text(topics.read_text("utf-8").replace("topics:\n", f"topics:\n{topic}", 1), "utf-8")


def change_frame(root: Path, chance: random.Random) -> None:
    """A page more in the navigation, which stands in every frame."""
    (root / "docs/more.md").write_text(f"# More {chance.random()}\n", "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("about.md]", "about.md, more.md]"), "utf-8")


def meddle(root: Path, chance: random.Random) -> None:
    """Somebody writes into the finished site, and takes things away from it."""
    pages = sorted(root.glob("site/papers/*/index.html")) + sorted(root.glob("site/authors/*/*"))
    for page in chance.sample([page for page in pages if page.is_file()], 3):
        page.write_text("Theirs", "utf-8")
    shutil.rmtree(chance.choice(pages).parent)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(edit_line, rename_seed, drop_paper, add_seed, decide, change_template, change_setting, write_by_hand),
    *(alter_field, set_cards, change_topics, change_frame, meddle, add_seed),
)
