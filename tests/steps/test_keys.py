"""The order of records rests on what they say, then on where."""

import random

import pytest

from papergarden.model import Record, Source
from papergarden.steps.keys import content, in_order


def record(chance: random.Random) -> Record:
    return Record(
        source=Source(chance.choice("ab"), chance.randrange(5)),
        end=1,
        reader="sample",
        ref=chance.choice("xyz"),
        title=chance.choice(["", "On kettles", "On gardens"]),
        abstract=chance.choice(["", "We watch."]),
        arxiv_id=chance.choice(["", "2402.00001"]),
        authors=tuple(chance.sample(["Ada Example", "Bo Sample"], chance.randrange(3))),
    )


@pytest.mark.parametrize("number", range(20))
def test_records_are_ordered_by_all_they_say_however_they_come(number: int) -> None:
    chance = random.Random(number)
    records = [record(chance) for _ in range(number)]
    ordered = sorted(records, key=lambda one: (content(one), one.source, one.ref))
    assert in_order(records) == ordered
    assert in_order(ordered) == ordered
    for at in range(1, number):
        ordered[at - 1], ordered[at] = ordered[at], ordered[at - 1]
        assert in_order(ordered) == in_order(records)
