"""Linking, on the real seeds and on hand-made records."""

from pathlib import Path

from papergarden.model import Record, Seed, Source
from papergarden.reading import read_seed
from papergarden.steps.clean import clean, vocabulary
from papergarden.steps.decisions import read_decisions
from papergarden.steps.link import link
from papergarden.steps.merge import merge

SEEDS = Path(__file__).parents[2] / "seeds"


def seed_records() -> list[Record]:
    readings = [
        read_seed(Seed(p.name, p.read_text("utf-8"))) for p in sorted(SEEDS.glob("*.*")) if p.suffix != ".yml"
    ]
    words = vocabulary(entry for reading in readings for entry in reading.entries)
    return [clean(entry, words)[0] for reading in readings for entry in reading.entries]


def test_the_seeds_list_188_papers() -> None:
    records = seed_records()
    decisions, wrong = read_decisions("decisions.yml", (SEEDS / "decisions.yml").read_text("utf-8"))
    matches, vain = link(records, decisions)
    papers, found = merge(records, matches, decisions)
    assert (wrong, vain, found) == ((), (), ())
    assert len(papers) == 188
    assert {paper.title_origin for paper in papers} == {"stated"}
    documents = {str(r.source) for r in records if r.source.seed.endswith(".txt")}
    assert len(documents) == 200
