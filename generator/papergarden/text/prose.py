"""Telling a paragraph from a title: pages print both, one after the other, and do not say which is which."""

import re

LONGEST_TITLE = 260
"""In characters. Of 22,945 real titles the longest has 156; a few on arXiv pass 240."""
SHORTEST_PARAGRAPH = 60
SURE_WITH_FULL_STOP = 130
_NEXT_SENTENCE = re.compile(r"[a-z)\]$][.!?][\"'”’)\]]? [A-Z(“\"$]")
_CLOSERS = "\"'”’)]$ "


def is_paragraph(line: str) -> bool:
    """Whether a line is running text, such as an abstract.

    It is when it is very long, or ends in a full stop and is rather long or has more than one sentence.
    """
    line = line.strip()
    if len(line) > LONGEST_TITLE:
        return True
    if len(line) < SHORTEST_PARAGRAPH or not line.rstrip(_CLOSERS).endswith((".", "…")):
        return False
    return len(line) > SURE_WITH_FULL_STOP or _NEXT_SENTENCE.search(line) is not None
