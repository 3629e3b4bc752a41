"""Records of papers, matches and decisions as tests make them."""

from typing import Any

from papergarden.model import Decision, Match, Record, Source

TITLE = "Growing Tulips with Sparse Attention"


def record(line: int, seed: str = "a.txt", **fields: Any) -> Record:
    words = (fields.get("title") or fields.get("abstract") or "").split()
    ref = f"arxiv:{fields['arxiv_id']}" if fields.get("arxiv_id") else f"{seed}: {' '.join(words[:8])}"
    return Record(source=Source(seed, line), end=line, reader="cards", ref=ref, **fields)


def joined(*records: Record) -> tuple[Match, ...]:
    """The matches that make one paper of all records."""
    first = records[0]
    return tuple(
        Match(first.source, one.source, "same", "as the test says", "", first.ref, one.ref)
        for one in records[1:]
    )


def decided(act: Any, subject: str, field: str = "", *value: str) -> Decision:
    return Decision(Source("decisions.yml", 3), act, (subject,), field, value, "so it is")
