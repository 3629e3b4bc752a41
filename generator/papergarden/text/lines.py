"""Lines with their numbers, and the ways in which pages group them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

Line = tuple[int, str]
"""The number of a line, counted from 1, and what is on it, without blanks around it."""


def filled(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that are not blank."""
    return ((number, text) for number, line in lines if (text := line.strip()))


def until(lines: Iterable[Line], found: Callable[[str], object]) -> list[Line]:
    """The lines up to the first that is found, this one too; all lines where none is."""
    above: list[Line] = []
    for line in lines:
        above.append(line)
        if found(line[1]):
            break
    return above


def blocks(lines: Iterable[Line], begins: Callable[[str], object]) -> Iterator[list[Line]]:
    """Runs of lines that each start where ``begins`` says so; the first has what stands above, or nothing."""
    block: list[Line] = []
    for line in lines:
        if begins(line[1]):
            yield block
            block = []
        block.append(line)
    yield block


def labelled(lines: Iterable[Line], labels: Mapping[str, str]) -> Iterator[tuple[str, Line]]:
    """Each line with what it is by the label before its colon (``Title: …``), without that label; else "".

    ``labels`` gives the meaning of each label in small letters. A label that stands alone comes without text
    and speaks of the line below it too.
    """
    waiting = ""
    for number, text in lines:
        label, colon, rest = text[:LONGEST_LABEL].partition(":")
        meaning = labels.get(label.strip().lower(), "") if colon else ""
        rest = text[len(label) + 1 :].strip()
        yield (meaning, (number, rest)) if meaning else (waiting, (number, text))
        waiting = "" if rest else meaning


LONGEST_LABEL = 40
