"""The corpus that the benchmarks measure on: papers as JSON lines, kept outside the repository."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Paper = dict[str, Any]


def read_papers(path: str | Path) -> Iterator[Paper]:
    """Every paper of ``papers.jsonl.gz`` that has a title and authors, each a mapping as printed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            if paper["title"].strip() and any(name.strip() for name in paper["authors"]):
                yield paper


def tuning(paper: Paper) -> bool:
    """Whether a paper is of the half that rules are tuned on; figures are reported on the other half."""
    return hashlib.sha256(paper["title"].encode()).digest()[-1] % 2 == 0
