"""Damage as extractions do it, made in intact texts: what comes in, what is expected back.

Each kind takes an intact text and a source of chance and returns the damaged text with the text that a person
would restore (mostly the intact one), or nothing where the text has no place for it. Places are at random.
"""

import html
import random
import re
from collections.abc import Callable

Pair = tuple[str, str]
Damage = Callable[[str, random.Random], Pair | None]

ADDRESS = "https://github.com/ada-example/garden-net"
SENTENCE = "Our code is available at "
CAPTION = "Figure 1: The garden of the model. From left to right: a gate, a path and a bench."
HEADER = "arXiv:2405.04517v1 [cs.LG] 7 May 2024"
NOTE = "Our code is public"
_GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")
_CONTENT = re.compile(r"(?<![\w-])[a-z]{5,}(?![\w-])")
_PLAIN = re.compile(r"(?<![\w$\\-])[a-z]{6,}(?![\w$\\-])")
_NUMBER = re.compile(r"(?<![\w.,$-])\d+(?:\.\d+)?%(?!\w)")
_TAIL = re.compile(r"\)(?=[.,;:] [A-Za-z])")
_MARKUP = re.compile(r"[$\\]")


def _one(pattern: re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    """One match at random; none in a text with formulas, where it might hit one."""
    found = [] if _MARKUP.search(text) else list(pattern.finditer(text))
    return chance.choice(found) if found else None


def _swap(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _word(text: str, chance: random.Random, broken: Callable[[str], str], whole: str = "{}") -> Pair | None:
    """A word damaged; ``whole`` is how it stands in the intact text."""
    match = _one(_CONTENT, text, chance)
    return match and (
        _swap(text, match, broken(match.group())),
        _swap(text, match, whole.format(match.group())),
    )


def _gap(text: str, chance: random.Random, damaged: str, intact: str) -> Pair | None:
    """Something between two words."""
    match = _one(_GAP, text, chance)
    return match and (_swap(text, match, damaged), _swap(text, match, intact))


def glued_address(text: str, chance: random.Random) -> Pair | None:
    """``athttps://``."""
    lead = chance.choice(("at ", "in ", "from ", "via ", "on ", "at: ", "see "))
    end = chance.choice(("", ".", " and on request."))
    intact = f"{text} The code can be found {lead}{ADDRESS}{end}"
    return intact.replace(f"{lead}https", f"{lead.rstrip()}https"), intact


def glued_addresses(text: str, chance: random.Random) -> Pair | None:
    """``…/Reward-Modelingandhttps://…``."""
    intact = f"{text} Please refer to {ADDRESS} and {ADDRESS}-2 for more details."
    return intact.replace(f" and {ADDRESS}", f"and{ADDRESS}"), intact


def address_and_word(text: str, chance: random.Random) -> Pair | None:
    """``…/Online-RLHFfor more``."""
    word = chance.choice(("for", "and", "with", "under", "along"))
    intact = f"{text} The code is at {ADDRESS}-RLHF {word} more data."
    return intact.replace(f"RLHF {word}", f"RLHF{word}"), intact


def no_scheme(text: str, chance: random.Random) -> Pair | None:
    """``github.com/…``, with or without the space before it."""
    intact = f"{text} {SENTENCE}{ADDRESS}."
    glue = chance.choice(("", " "))
    return intact.replace(f"at {ADDRESS}", f"at{glue}{ADDRESS.removeprefix('https://')}"), intact


def footnote_address(text: str, chance: random.Random) -> Pair | None:
    """``training111https://…``; an aside inside a sentence, the next sentence after one."""
    mark = str(chance.randint(1, 9)) * 3
    return _gap(text, chance, f"{mark}{ADDRESS} ", f" ({ADDRESS}) ")


def footnote_text(text: str, chance: random.Random) -> Pair | None:
    """``end.111Our code is public.``."""
    if not re.search(r"[a-z]\.$", text):
        return None
    mark = str(chance.randint(1, 9)) * 3
    return f"{text}{mark}{NOTE} at {ADDRESS}.", f"{text} {NOTE} at {ADDRESS}."


def running_header(text: str, chance: random.Random) -> Pair | None:
    """The margin of the first page, within the text or after it."""
    return _gap(text, chance, f" {HEADER} ", " ") if chance.random() < 0.5 else (f"{text} {HEADER}", text)


def figure(text: str, chance: random.Random) -> Pair | None:
    """A picture and its caption after the text, with the margin or without."""
    if text[-1:] not in ".!?":
        return None
    return f"{text} ![0_image_0.png](0_image_0.png) {CAPTION}{chance.choice(('', ' ' + HEADER))}", text


def figure_within(text: str, chance: random.Random) -> Pair | None:
    """A picture and a caption of one sentence that interrupt a sentence."""
    return _gap(text, chance, " ![0_image_0.png](0_image_0.png) Figure 1: The garden of the model. ", " ")


def lost_dash(text: str, chance: random.Random) -> Pair | None:
    """``runx2014each``, ``scratchx2013even``."""
    code, dash = chance.choice((("x2014", "—"), ("x2013", "–")))
    return _gap(text, chance, code, dash)


def lost_times(text: str, chance: random.Random) -> Pair | None:
    """``80times speedup``."""
    number = chance.choice(("80", "1.3", "300", "2.4"))
    return _gap(text, chance, f" {number}times ", f" {number}× ")


def lost_sim(text: str, chance: random.Random) -> Pair | None:
    """``in sim3 hours``."""
    number, unit = chance.choice((("3", "hours"), ("20%", "of"), ("100", "samples"), ("1.5", "times")))
    return _gap(text, chance, f" sim{number} {unit} ", f" ∼{number} {unit} ")


def space_before_mark(text: str, chance: random.Random) -> Pair | None:
    """``(LLMs) .``, at every place of the text."""
    return (_TAIL.sub(") ", text), text) if _TAIL.search(text) and not _MARKUP.search(text) else None


def hard_spaces(text: str, chance: random.Random) -> Pair | None:
    """Non-breaking spaces."""
    return " ".join(word + chance.choice(("", "", "\u00a0")) for word in text.split(" ")).replace(
        "\u00a0 ", "\u00a0"
    ).rstrip("\u00a0"), text


def _marked(text: str, chance: random.Random) -> str | None:
    """The text with a few characters beyond ASCII."""
    pair = _gap(text, chance, "", chance.choice((" naïve ", "—", " “new” ", " Poincaré’s ", " 8× ")))
    return pair and pair[1]


def mojibake(text: str, chance: random.Random) -> Pair | None:
    """UTF-8 read as Windows-1252."""
    intact = _marked(text, chance)
    return (_misread(intact), intact) if intact else None


def twice_mojibake(text: str, chance: random.Random) -> Pair | None:
    """The same, twice."""
    intact = _marked(text, chance)
    return (_misread(_misread(intact)), intact) if intact else None


def _misread(text: str) -> str:
    """UTF-8 read as Windows-1252, whose five holes are read as Latin-1, as browsers do."""
    read = []
    for byte in text.encode():
        raw = bytes([byte])
        read.append(raw.decode("latin-1" if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252"))
    return "".join(read)


ACCENTED = (
    ('na\\"ive', "naïve"),
    ('na{\\"i}ve', "naïve"),
    ('G\\"odel', "Gödel"),
    ("Erd\\H{o}s", "Erdős"),
    ("Poincar\\'{e}", "Poincaré"),
    ("Lov\\'asz", "Lovász"),
    ("{\\L}ojasiewicz", "Łojasiewicz"),
    ('Nystr{\\"o}m', "Nyström"),
    ("Fran\\c{c}ois", "François"),
    ("\\v{C}ech", "Čech"),
)


def tex_accent(text: str, chance: random.Random) -> Pair | None:
    r"""``G\"odel``."""
    damaged, intact = chance.choice(ACCENTED)
    return _gap(text, chance, f" {damaged} ", f" {intact} ")


def tex_quotes(text: str, chance: random.Random) -> Pair | None:
    """Two backticks and two apostrophes."""
    return _word(text, chance, lambda word: f"``{word}''", "“{}”")


def tex_dash(text: str, chance: random.Random) -> Pair | None:
    """Two hyphens, or three."""
    damaged, intact = chance.choice(((" -- ", " – "), ("---", "—"), (" --- ", " — ")))
    return _gap(text, chance, damaged, intact)


def tex_font(text: str, chance: random.Random) -> Pair | None:
    r"""``\emph{word}``, ``{\em word}``, ``textbf{word}``."""
    form = chance.choice(("\\emph{{{}}}", "\\textbf{{{}}}", "{{\\em {}}}", "{{\\bf {}}}", "\\textit{{{}}}"))
    return _word(text, chance, form.format)


def tex_percent(text: str, chance: random.Random) -> Pair | None:
    r"""``40\%``, ``$40\%$``."""
    match = _one(_NUMBER, text, chance)
    form = chance.choice(("{}\\%", "${}\\%$"))
    return match and (_swap(text, match, form.format(match.group()[:-1])), text)


def entities(text: str, chance: random.Random) -> Pair | None:
    """``&amp;`` and the like, once or twice over."""
    intact = _gap(text, chance, "", chance.choice((" & ", " R&D ", ' "big" ', " < ", " > ")))
    if intact is None:
        return None
    once = html.escape(intact[1])
    return (html.escape(once) if chance.random() < 0.3 else once), intact[1]


def soft_hyphens(text: str, chance: random.Random) -> Pair | None:
    """Soft hyphens within a word."""
    return _word(text, chance, lambda word: f"{word[:3]}\u00ad{word[3:]}")


def line_end(text: str, chance: random.Random) -> Pair | None:
    """``algo- rithm``."""
    mark = chance.choice(("- ", "-\n"))
    match = _one(_PLAIN, text, chance)
    if match is None:
        return None
    word = match.group()
    cut = chance.randint(3, len(word) - 3)
    return _swap(text, match, f"{word[:cut]}{mark}{word[cut:]}"), text


def glued_words(text: str, chance: random.Random) -> Pair | None:
    """Two words that ran together, at one place."""
    return _gap(text, chance, "", " ")


def many_glued_words(text: str, chance: random.Random) -> Pair | None:
    """Words that ran together at five places."""
    gaps = [] if _MARKUP.search(text) else list(_GAP.finditer(text))
    if len(gaps) < 20:
        return None
    damaged = text
    for match in sorted(chance.sample(gaps, 5), key=lambda match: -match.start()):
        damaged = _swap(damaged, match, "")
    return damaged, text


def glued_small_word(text: str, chance: random.Random) -> Pair | None:
    """A small word that ran into its neighbour: ``localityin``, ``whichcan``, ``thecase``."""
    small = re.compile(
        r"(?<=[a-z]) (?=(?:in|of|that|which|and|with|is|are|for|to|from|can|the)(?![\w-]))"
        r"|(?:(?<=\bthe)|(?<=\bthat)|(?<=\bwhich)|(?<=\bwith)|(?<=\bof)|(?<=\band)|(?<=\ba)) (?=[a-z])"
    )
    match = _one(small, text, chance)
    return match and (_swap(text, match, ""), text)


def glued_name(text: str, chance: random.Random) -> Pair | None:
    """``introduceTransformer``: a name in capitals glued to the word before."""
    match = _one(re.compile(r"(?<=[a-z]{3}) (?=[A-Z][a-z])"), text, chance)
    return match and (_swap(text, match, ""), text)


def glued_sentence(text: str, chance: random.Random) -> Pair | None:
    """``functions.We show``."""
    match = _one(re.compile(r"(?<=[a-z]{3}\.) (?=[A-Z])"), text, chance)
    return match and (_swap(text, match, ""), text)


KINDS: tuple[Damage, ...] = (
    glued_address,
    glued_addresses,
    address_and_word,
    no_scheme,
    footnote_address,
    footnote_text,
    running_header,
    figure,
    figure_within,
    lost_dash,
    lost_times,
    lost_sim,
    space_before_mark,
    hard_spaces,
    mojibake,
    twice_mojibake,
    tex_accent,
    tex_quotes,
    tex_dash,
    tex_font,
    tex_percent,
    entities,
    soft_hyphens,
    line_end,
    glued_sentence,
    glued_name,
    glued_small_word,
    glued_words,
    many_glued_words,
)
