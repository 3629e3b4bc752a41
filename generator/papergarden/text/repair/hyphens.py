"""Words broken at the end of a line whose hyphen stayed: ``algo- rithm``, ``the(cid:173) ory``."""

import re
import string
from collections.abc import Container, Iterator

from papergarden.text.letters import is_printable
from papergarden.text.patch import Edit
from papergarden.text.repair.common import is_usual

BROKEN = re.compile(r"(?<![\w-])((?:[A-Za-z]+-)*)([A-Za-z]+)(-\s+|\s?\(cid:173\)\s*)([a-z]+)(?![\w])")
_SIGN = re.compile(r"[-(](?:(?<=[A-Za-z]-)\s+[a-z]|(?<=\()cid:173\))")
_OF_A_WORD = frozenset(string.ascii_letters + "-")
_APART = frozenset(
    """
    and or to as but nor und versus vs through than rather we it this that which where these our they is are
    """.split()  # noqa: SIM905
)
"""What follows a dash or an ellipsis, never the rest of a broken word."""

_ENDING = frozenset(
    ("based", "level", "scale", "art", "end", "specific", "aware", "free", "wise", "driven", "shot", "valued")
)
"""What compounds end with, and what hardly follows a dash."""

LONGEST_NAME_END = 5
"""Names end with words so long (``Fin- land``); what is longer stands behind a hyphen."""


def rejoined(text: str, known: Container[str]) -> Iterator[Edit]:
    """The halves of a broken word, put together where the whole is a word, else with the hyphen.

    Before "and" or "or" it is an ellipsis (``pre- and post-training``) and stays; before other words it may
    be a dash, and stays unless the line ended there. ``(cid:173)`` is how some programs print a soft hyphen,
    so the whole needs no proof there.
    """
    for match in broken(text):
        before, left, mark, right = match.groups()
        soft = "cid" in mark
        if right in _APART and not soft:
            continue
        if _is_whole(left, right, known):
            yield Edit(match.start(3), match.end(3), "")
        elif before or (_are_words(left, right, known) and (soft or "\n" in mark or right in _ENDING)):
            yield Edit(match.start(3), match.end(3), "-")
        elif soft:
            yield Edit(match.start(3), match.end(3), "")


def broken(text: str) -> Iterator[re.Match[str]]:
    """The broken words, found by their hyphens, which are far fewer than words."""
    if not ("- " in text or "(cid:173)" in text or not is_printable(text)):
        return
    done = 0
    for sign in _SIGN.finditer(text):
        start = sign.start() - (sign[0][0] == "(" and text[sign.start() - 1 : sign.start()].isspace())
        while start > done and text[start - 1] in _OF_A_WORD:
            start -= 1
        if match := BROKEN.match(text, start):
            yield match
            done = match.end()


def _is_whole(left: str, right: str, known: Container[str]) -> bool:
    """Whether the halves make a word; what papers hardly print may as well be two (``pre-fixed``)."""
    whole = (left + right).lower()
    return whole in known and (is_usual(whole) or left.lower() != "pre" or not is_usual(right))


def _are_words(left: str, right: str, known: Container[str]) -> bool:
    """Whether the halves are words that a hyphen may stand between; a name broken in two is none."""
    if left.lower() not in known or right not in known:
        return False
    return not left.istitle() or len(right) > LONGEST_NAME_END or right in _ENDING
