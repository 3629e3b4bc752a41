"""Records that share an id or a part of the title, with and without memory of an earlier run."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.model import Record, Source
from papergarden.steps import blocks
from papergarden.steps.blocking import Pair
from papergarden.steps.blocks import Blocks, block_keys
from papergarden.steps.profiles import Titled, runs, titled
from papergarden.text.digest import digest_of

WORDS = ("on", "the", "watched", "kettle", "kettles:", "garden")
TITLE = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
TOLD = st.tuples(
    TITLE, st.sampled_from(["", "2401.00001", "2401.00002"]), st.sampled_from(["", "We boil tea."])
)
Told = tuple[str, str, str]


def find(kept: Blocks, told: Sequence[Told]) -> list[Pair]:
    """The pairs among records that say so, which are named by that."""
    told = sorted(set(told))

    def keys_of(title: str, arxiv_id: str, abstract: str) -> bytes:
        record = Record(
            source=Source("a.txt", 1),
            end=1,
            reader="",
            ref="",
            title=title,
            arxiv_id=arxiv_id,
            abstract=abstract,
        )
        return block_keys(record, titled(title), runs(titled(title).title))

    keys = [keys_of(*one) for one in told]
    return sorted(kept.find([digest_of(*one) for one in told], keys, lambda number: titled(told[number][0])))


@settings(max_examples=200)
@given(st.lists(st.lists(TOLD, max_size=12), min_size=2, max_size=5))
def test_what_is_remembered_changes_nothing(hours: list[list[Told]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "LARGEST", 3)
        kept = Blocks({}, ())
        for told in hours:
            kept = Blocks(kept.keys, kept.pairs)
            assert find(kept, told) == find(Blocks({}, ()), told)
            assert find(kept, told) == find(Blocks({}, ()), told)


def test_only_records_that_share_a_block_with_a_new_one_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []
    may_be_one_title = blocks._may_be_one_title

    def counted(a: Titled, b: Titled) -> bool:
        compared.append((a.letters, b.letters))
        return may_be_one_title(a, b)

    monkeypatch.setattr(blocks, "_may_be_one_title", counted)
    told = [(f"On {what} number{at}", "", "") for what in ("kettles", "gardens", "lakes") for at in range(4)]
    kept = Blocks({}, ())
    find(kept, told)
    compared.clear()
    find(kept, [*told, ("On ponds", "", ""), ("On lakes number99", "", "")])
    assert compared
    assert all("lakes" in one and "lakes" in other for one, other in compared)
