from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.writers import search_cells, search_table
from papergarden.writers.search_arrays import from_varints, varints
from papergarden.writers.search_cells import Cells, Edit
from papergarden.writers.search_pack import front_coded, in_order, sections
from papergarden.writers.search_shards import Shard
from papergarden.writers.search_table import Table
from tests.writers.test_search_lists import entries_of, lists_of

TERMS = ["a", "ab", "abc", "abd", "b", "\ue000", "\U00020000", "\U00020001"]
LISTS = st.dictionaries(
    st.integers(0, 2**20), st.sets(st.sampled_from(TERMS), min_size=1, max_size=4), max_size=12
)
USES = st.dictionaries(
    st.sampled_from(TERMS), st.sampled_from(["a 1 0", "ab 7 1 abs 0 1", "\U00020000 2 0 b 1 0"])
)


def table_of(postings: dict[int, set[str]], names: dict[int, set[str]], uses: dict[str, str]) -> Table:
    return Table.of(lists_of(postings), lists_of(names), uses)


@given(LISTS, LISTS, USES, LISTS, LISTS, USES)
def test_a_table_is_changed_to_what_it_would_be_if_made_anew(
    old: dict[int, set[str]],
    old_names: dict[int, set[str]],
    old_uses: dict[str, str],
    new: dict[int, set[str]],
    new_names: dict[int, set[str]],
    new_uses: dict[str, str],
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(search_table, "FIRST_TIER", 2)
        before, now = table_of(old, old_names, old_uses), table_of(new, new_names, new_uses)
        uses = {term: new_uses.get(term, "") for term in TERMS if old_uses.get(term) != new_uses.get(term)}
        postings, names = (
            (entries_of(was), entries_of(are)) for was, are in ((old, new), (old_names, new_names))
        )
        assert before.changed(postings, names, uses).plain() == now.plain()
        assert before.plain() == table_of(old, old_names, old_uses).plain()


@given(LISTS, LISTS, USES, st.sampled_from([1, 3, 1 << 15]))
def test_what_is_in_a_table_can_be_read_again(
    postings: dict[int, set[str]], names: dict[int, set[str]], uses: dict[str, str], at_once: int
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(search_table, "FIRST_TIER", 2)
        monkeypatch.setattr(search_cells, "AT_ONCE", at_once)
        table = Table.kept(*table_of(postings, names, uses).plain())
    assert table.terms == in_order(
        {term for terms in (*postings.values(), *names.values()) for term in terms}
    )
    assert table.postings() == lists_of(postings)
    assert table.names() == lists_of(names)
    assert table.uses() == uses
    assert all(table.spelling(term) == " ".join(uses.get(term, "").split()[::3]) for term in TERMS)
    some = [term for term in TERMS if len(term) > 1]
    assert table.postings(some) == {term: one for term, one in lists_of(postings).items() if term in some}


@given(LISTS, st.sets(st.integers(1, 7)))
def test_a_shard_may_begin_anywhere(names: dict[int, set[str]], borders: set[int]) -> None:
    table = table_of({}, names, {})
    places = [0, *sorted(place for place in borders if place < len(table.terms)), len(table.terms)]
    for start, end in pairwise(places):
        if start < end:
            words = sections(*front_coded(table.terms[start:end]))
            assert Shard(table, start, end).first.content().startswith(words)


@given(st.lists(st.one_of(st.sampled_from([0, 127, 128, 16383, 16384, 2**21]), st.integers(0, 2**28 - 1))))
def test_numbers_can_be_read_from_their_bytes(values: list[int]) -> None:
    content = varints(np.array(values, np.uint32))
    numbers, ends = from_varints(content)
    assert numbers.tolist() == values
    assert len(ends) == len(values)
    assert all(content[end] < 128 for end in ends)


@given(st.lists(st.binary(max_size=3)), st.sampled_from([0, 300, 70_000]))
def test_cells_can_be_kept(things: list[bytes], longest: int) -> None:
    things.append(bytes(longest))
    cells = Cells.kept(*Cells.of(things).plain())
    assert [cells.between(at, at + 1) for at in range(len(things))] == things


@given(
    st.lists(st.binary(max_size=3)),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))),
)
def test_cells_are_exchanged_like_members_of_a_list(
    things: list[bytes], gaps: list[tuple[int, int, int]]
) -> None:
    now, edits, come, at = list(things), [], [], 0
    for between, gone, new in gaps:
        start = min(at + between, len(things))
        at = min(start + gone, len(things))
        edits.append(Edit(start, at, new))
        come.append([bytes((len(edits), number)) for number in range(new)])
    for edit, some in zip(reversed(edits), reversed(come), strict=True):
        now[edit.start : edit.end] = some
    cells = Cells.of(things).edited(edits, Cells.of([one for some in come for one in some]))
    assert [cells.between(at, at + 1) for at in range(len(now))] == now
