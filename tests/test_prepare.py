"""Seeds that are kept give what they would give if they were read anew."""

import random
from pathlib import Path
from typing import Any

import pytest

from papergarden import cores
from papergarden import prepare as module
from papergarden.model import Entry, Seed
from papergarden.prepare import prepare
from papergarden.readers import json_lines, rows
from papergarden.reading import read_seed
from papergarden.shelf import Shelf
from papergarden.steps.clean import clean

COINED = ("gardenpathing", "teakettlers", "watchedness", "kettlings", "pathlings")
"""Words that only a collection can know, once enough of its papers print them."""


def seed(name: str, chance: random.Random) -> Seed:
    """A table of abstracts with words that ran together, which only other abstracts can tell apart."""
    rows = ["title\tauthors\tabstract"]
    for number in range(chance.randrange(1, 6)):
        one, other = chance.sample(COINED, 2)
        glued = f"The {one}of {other} is watched.We show that{one} of many {other}arebest."
        plain = f"The {one} of {other} is watched. It helps."
        rows.append(f"On kettles {number}\tAda Example\t{chance.choice((glued, plain))}")
    return Seed(name, "\n".join(rows) + "\n")


@pytest.mark.parametrize("number", range(6))
def test_kept_seeds_state_what_they_would_state_anew(tmp_path: Path, number: int) -> None:
    chance = random.Random(number)
    seeds = {name: seed(name, chance) for name in ("a.tsv", "b.tsv", "c.tsv")}
    shelf = Shelf(tmp_path)
    for _ in range(8):
        listed = list(seeds.values())
        assert prepare(listed, shelf) == prepare(listed, Shelf())
        shelf.tidy()
        name = chance.choice(sorted(seeds))
        if chance.random() < 0.4:
            lines, others = (one.text.splitlines() for one in (seeds[name], seed(name, chance)))
            lines[chance.randrange(1, len(lines))] = others[-1]
            seeds[name] = Seed(name, "\n".join([*lines, *others[1 : chance.randrange(1, 3)]]) + "\n")
        elif chance.random() < 0.7 or len(seeds) == 1:
            seeds[name] = seed(name, chance)
        else:
            del seeds[name]


def test_only_a_new_seed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(one: Seed) -> object:
        read.append(one.path)
        return read_seed(one)

    monkeypatch.setattr(module, "read_seed", reading)
    seeds = [Seed(f"{name}.tsv", f"title\tauthors\nOn {name} kettles\tAda Example\n") for name in "abc"]
    prepare(seeds, Shelf(tmp_path))
    read.clear()
    prepare([*seeds[:2], Seed("c.tsv", "title\tauthors\nOn gardens\tAda Example\n")], Shelf(tmp_path))
    assert read == ["c.tsv"]


def test_only_a_new_entry_is_cleaned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[str] = []

    def counted(entry: Entry, words: frozenset[str]) -> object:
        cleaned.append(entry.title)
        return clean(entry, words)

    monkeypatch.setattr(module, "clean", counted)
    rows = [f"On {name} kettles\tAda Example\n" for name in "abc"]
    for number in range(4):
        cleaned.clear()
        prepare(
            [Seed("all.tsv", f"title\tauthors\n{''.join(rows)}On gardens {number}\tBo Sample\n")],
            Shelf(tmp_path),
        )
    assert cleaned == ["On gardens 3"]


def test_a_record_of_a_line_that_did_not_change_is_the_same_object_as_before(tmp_path: Path) -> None:
    rows = [f"On {name} kettles\tAda Example\t{'They boil. ' * 40}\n" for name in "abc"]
    head = "title\tauthors\tabstract\n"
    (before,) = prepare([Seed("all.tsv", head + "".join(rows))], Shelf(tmp_path))
    edited = [*rows[:2], rows[2].replace("Ada", "Bo")]
    (now,) = prepare([Seed("all.tsv", head + "".join(edited))], Shelf(tmp_path), {"all.tsv": before})
    both = zip(before.records, now.records, strict=True)
    assert [old is new for old, new in both] == [True, True, False]


def test_seeds_that_are_too_much_to_hold_state_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(4)
    seeds = [seed(f"{name}.tsv", chance) for name in range(5)]
    whole = prepare(seeds, Shelf())
    monkeypatch.setattr(module, "AT_ONCE", 2 * len(seeds[0].text))
    shelf = Shelf(tmp_path)
    assert prepare(seeds, shelf) == whole
    assert prepare(seeds, shelf) == whole


def test_a_paper_that_a_line_lists_twice_is_two_records(tmp_path: Path) -> None:
    paper = '{"title": "On watched kettles", "authors": ["Ada Example"]}'
    seeds = [Seed("line.json", f"[{', '.join([paper] * 3)}]")]
    for _ in range(2):
        assert len(prepare(seeds, Shelf(tmp_path))[0].records) == 3


def test_seeds_cleaned_on_several_cores_state_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    seeds = [seed(f"{name}.tsv", chance) for name in range(9)]
    alone = prepare(seeds, Shelf())
    monkeypatch.setattr(module, "TOGETHER", 2)
    monkeypatch.setattr(cores, "FEW", 0)
    assert prepare(seeds, Shelf()) == alone


def lines(chance: random.Random) -> list[str]:
    """Lines of objects of papers, most of them whole."""
    papers = [
        f'{{"title": "On kettles {number}", "abstract": "The {chance.choice(COINED)}of kettles helps."}}'
        for number in range(chance.randrange(1, 9))
    ]
    return [*papers, *chance.sample(["", "{", '{"note": "none"}', papers[0]], chance.randrange(3))]


@pytest.mark.parametrize("number", range(6))
def test_a_seed_that_is_edited_again_and_again_states_what_it_would_state_anew(
    tmp_path: Path, number: int
) -> None:
    chance = random.Random(number)
    shelf, text = Shelf(tmp_path, hold=True), lines(chance)
    for _ in range(12):
        seeds = [Seed("a.jsonl", "\n".join(text)), Seed("b.tsv", "title\nOn gardens\n")]
        assert prepare(seeds, shelf) == prepare(seeds, Shelf())
        shelf.tidy()
        at, more = chance.randrange(len(text) + 1), lines(chance)
        text[at : at + chance.randrange(4)] = more[: chance.randrange(4)]
        text = text or more


def test_of_a_seed_that_is_edited_again_only_the_new_lines_are_read_and_little_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    real = rows.row_readings

    def reading(seed: Seed, reader: str, start: int, *rest: Any) -> object:
        read.append(start)
        return real(seed, reader, start, *rest)

    monkeypatch.setattr(json_lines, "row_readings", reading)
    shelf = Shelf(tmp_path, hold=True)

    def edited(*titles: str) -> list[int]:
        read.clear()
        prepare([Seed("a.jsonl", "".join(f'{{"title": "{title}"}}\n' for title in titles))], shelf)
        return read

    many = [f"On kettles {number}" for number in range(100)]
    assert edited(*many) == [*range(1, 101)]
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert edited(*many[:30], "A garden", *many[31:]) == [31]
    assert edited(*many[:30], "A garden", *many[31:], "A pond") == [101]
    assert edited(*many[:30], "A garden", *many[31:]) == []
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_seed_is_not_read_again_because_another_makes_a_word_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(one: Seed) -> object:
        read.append(one.path)
        return read_seed(one)

    monkeypatch.setattr(module, "read_seed", reading)
    glued = "The gardenpathingof kettles is watched.We show thatgardenpathing of many kettles arebest."
    seeds = [Seed("a.tsv", f"title\tabstract\nOn kettles\t{glued}\n")]
    rows = "".join(f"On paths {at}\tThe gardenpathing of kettles is watched.\n" for at in range(5))
    prepare(seeds, Shelf(tmp_path))
    seeds.append(Seed("b.tsv", f"title\tabstract\n{rows}"))
    read.clear()
    again = prepare(seeds, Shelf(tmp_path))
    assert read == ["b.tsv"]
    assert again == prepare(seeds, Shelf())
    assert "gardenpathing of" in again[0].records[0].abstract
