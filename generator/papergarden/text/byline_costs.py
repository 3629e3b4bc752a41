"""What speaks for (less than nothing) and against a cut of ``TitleFirst Author, …`` at a place.

One table of costs, and functions for each side of the cut that say which of them apply. The costs were set by
hand on the tuning half of a corpus (``benchmarks/byline.py``).
"""

import re
from functools import lru_cache

from papergarden.text.byline_tables import ACRONYMS, GIVEN_NAMES, LAST_WORDS
from papergarden.text.letters import SYLLABLES, fold, shape, words
from papergarden.text.name_parts import PARTICLES, PLAIN_NAME, SUFFIXES
from papergarden.text.organizations import ORGANIZATIONS, is_organization

COSTS = {
    # The first word after the cut …
    "known given name": -20,
    "two or three Chinese syllables": -10,
    "initial": -5,
    "initial glued to a word": 10,
    "word": 0,
    "single letter": 15,
    "two capitals": 12,
    "three capitals or more": 25,
    "capitals running into a word": 45,
    "camel case": 30,
    "camel case that begins with a compound's tail": 45,
    "camel case after De, Mc, …": 5,
    "camel case of names": -5,
    "camel case of syllables": 5,
    "no word of names": 60,
    "two particles": -15,
    "one particle": 40,
    "small letters": 35,
    "small letters, then capitals": 80,
    "unknown in small letters": 10,
    # … and the other words of a name.
    "known organization": -20,
    "organization": 0,
    "odd word in an organization": 12,
    "one word": 40,
    "four words": 8,
    "five words": 20,
    "more words": 50,
    "word in small letters": 45,
    "word of titles": 90,
    "family name in capitals": 8,
    "all in small letters": 10,
    "three words in small letters": 15,
    # The word before the cut.
    "word that ends titles": -8,
    "joined on": 90,
    "plus or underscore": 10,
    "open bracket": 60,
    "open mathematics": 60,
    "initial before": 50,
    "prefix of a family name": 45,
    "apostrophe of a family name": 45,
    "within capitals": 30,
    "title ends in a name": 30,
    "title ends in a glued word": 30,
    "title ends in camel case": 12,
    "title ends in a compound": 4,
    "title ends in a lone letter": 6,
    "title ends in a linking word": 30,
    # The whole line.
    "fewer names than before et al.": 30,
    "comma in the title": 8,
}

LINKING_WORDS = frozenset(words("the a an of and or for from with via by using as at i"))
NO_NAMES = frozenset(
    words("""
    the an of and or for from with via by using as at in on to is are be can not into over under towards
    toward through without than that this their its it how why what when where which who we you
    The And For From With Via Using Towards Through
    """)
)
STARTING_PARTICLES = PARTICLES & frozenset(
    words("van von de den der del della di da das dos du la le ten ter 't zu zur al el bin ben ibn abu")
)
CAMEL_WORDS = frozenset(
    words("""
    AdaBoost arXiv AutoEncoder AutoEncoders fMRI GitHub iCub LaTeX
    LiDAR MoE OpenAI PageRank PubMed PyTorch ReLU ReLUs SoTA StarCraft TensorFlow
    YouTube
    """)
)
"""Words in camel case that a title may end with."""
COMPOUND_TAILS = frozenset(
    words("""
    agent arena art base bench bert bit boost bot chain chance chat code coder craft cube cut data drive
    face factory flow former game gen go grad gym hub image kit lab lake lang line link mamba map mark
    match max min mind mix net nets node norm page path pile plan pose prop rank ray reduce sage score
    search seek sim space star store sum sun time tok tune verse view wiki zero zone
    """)
)
"""Last parts of compounds that titles end with (LayerNorm, AlphaGo), some of which are given names, too."""

CACHED = 1 << 14
"""Words whose cost is kept: given names, and the last words of titles, come again and again."""

# Shapes: A a capital, a a small letter, 0 a digit, 文 a letter of a script without capitals.
INITIALS = re.compile(r"(?:[Aa]a?\.[-‐]?)+")
WORD = re.compile(r"(?:A\.)*[Aa]a*(?:['’`]A?a*)?(?:[-‐][Aa]a*(?:['’`]A?a*)?)*\.?|文[文・·-]*")
LETTERS = re.compile(r"[Aa文][Aa文'’`.‐-]*")
HUMP = re.compile(r"[^(\[{“‘\"'/–—‐-](Aa+)$")
CAPITALS_GO_ON = re.compile(r"AA|A\s|A$|A['’`-]")
PLURAL_OF_CAPITALS = re.compile(r".['’]?s(?=[^\W\d_a-z])")

FAMILY_PREFIX = re.compile(
    r"(?:Mc|Mac|De|Di|Da|La|Le|Lo|Van|Von|Fitz|Du|Del|El|Al|Abd|Ben|[ODLN]['’`])(?=[^\W\d_a-z])"
)
SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|kk|tt|pp|ss|jj|[bcdfghjklmnpqrstwxyz])?y?"
    r"(?:[aeiou]|ae|ai|ao|ei|eo|eu|ee|ia|ie|io|iu|oo|ou|ua|ue|ui|uo|wa|wo|oi)(?:ng|[nkmlpbt])?){1,2}"
)
"""One or two Chinese or Korean syllables in Latin letters, loosely."""


def begins_small_name(before: str, word: str) -> bool:
    """Whether a word in small letters may begin a name: a particle, a known name, or what follows a title."""
    if word in STARTING_PARTICLES or (word not in NO_NAMES and _is_like_a_name(word)):
        return True
    return len(word) > 1 and (before.casefold() in LAST_WORDS or before in ACRONYMS)


def cost_of_first_name(name: str) -> int:
    """What speaks against a name, of a person or an organization, that begins at a candidate."""
    tokens = name.split()
    if PLAIN_NAME.fullmatch(name) and NO_NAMES.isdisjoint(tokens) and not is_organization(name):
        return _cost_of_first_word(tokens[0], capitals=False)
    if name.casefold() in ORGANIZATIONS:
        return COSTS["known organization"]
    if is_organization(name) and not name[0].islower():
        odd = [token for token in tokens if re.search(r"[aA]Aa|aA", shape(token))]
        return COSTS["organization"] + len(odd) * COSTS["odd word in an organization"]
    if tokens[0] in STARTING_PARTICLES:
        first = COSTS["two particles" if tokens[1:2] and tokens[1] in PARTICLES else "one particle"]
    elif name[0].islower():
        first = COSTS["small letters" if name.islower() else "small letters, then capitals"]
        first += 0 if _is_like_a_name(tokens[0]) else COSTS["unknown in small letters"]
    else:
        first = _cost_of_first_word(tokens[0].lstrip("*"), capitals=name.isupper())
    return first + cost_of_name(name)


@lru_cache(maxsize=CACHED)
def _cost_of_first_word(word: str, capitals: bool) -> int:
    word = re.sub(r"\([^()]*\)$", "", word)
    form = shape(word)
    known = COSTS["known given name"] if _is_given_name(word) else 0
    if INITIALS.fullmatch(form):
        return COSTS["initial"]
    if form in ("A", "AA"):
        return COSTS["single letter" if form == "A" else "two capitals"]
    if not LETTERS.fullmatch(form):
        return COSTS["no word of names"]
    if form.isupper() and "文" not in form:
        return known + (0 if capitals else COSTS["three capitals or more"])
    if re.search(r"^AA|aA\.?$|aa['’`]A", form):
        return COSTS["capitals running into a word"]
    if form.startswith("A."):
        return COSTS["initial glued to a word"]
    if WORD.fullmatch(form):
        return known or _cost_of_unknown_word(word)
    return known or _cost_of_camel_case(word, form)


def _cost_of_unknown_word(word: str) -> int:
    """Of a word that is no known given name: its parts between hyphens may be, or its syllables."""
    parts = re.split(r"[-‐]", word)
    if len(parts) > 1 and all(map(_is_given_name, parts)):
        return COSTS["known given name"]
    return COSTS["two or three Chinese syllables" if SYLLABLES.fullmatch(fold(word)) else "word"]


def _cost_of_camel_case(word: str, form: str) -> int:
    if FAMILY_PREFIX.match(word):
        return COSTS["camel case after De, Mc, …"]
    humps = [word[hump.start() : hump.end()] for hump in re.finditer(r"Aa+", form)]
    if not humps:
        return COSTS["camel case"]
    if _is_tail(humps[0]):
        return COSTS["camel case that begins with a compound's tail"]
    if all(map(_is_given_name, humps)):
        return COSTS["camel case of names"]
    syllables = all(SYLLABLE.fullmatch(hump.casefold()) for hump in humps)
    return COSTS["camel case of syllables" if syllables else "camel case"]


def _is_tail(hump: str) -> bool:
    return hump.casefold() in COMPOUND_TAILS or hump.casefold() in LAST_WORDS


def _is_given_name(word: str) -> bool:
    return "".join(fold(word).split()) in GIVEN_NAMES


def _is_like_a_name(word: str) -> bool:
    return _is_given_name(word) or bool(SYLLABLES.fullmatch(fold(word)))


def cost_of_name(name: str) -> int:
    """What speaks against the words being a name, but for how its first word begins."""
    if PLAIN_NAME.fullmatch(name) and NO_NAMES.isdisjoint(name.split()):
        return 0
    if name == ":" or is_organization(name):
        return COSTS["organization"]
    tokens = name.replace(",", " ").split()
    full = [token for token in tokens if len(token) > 2 and token not in PARTICLES and token[-1] != "."]
    count = max(len(full), min(2, len(tokens)))
    if count < 2 and shape(name[:1]) != "文":
        return COSTS["one word"]
    if name.islower() and count < 4:
        return COSTS["all in small letters" if count < 3 else "three words in small letters"]
    cost = COSTS[{4: "four words", 5: "five words"}.get(count, "more words")] if count > 3 else 0
    cost += sum(COSTS["word of titles"] for token in tokens[:1] if token in NO_NAMES)
    return cost + sum(map(_cost_of_word, tokens[1:]))


def _cost_of_word(word: str) -> int:
    """What speaks against a word in a name after the first."""
    if word in NO_NAMES:
        return COSTS["word of titles"]
    if word.isalpha() and word.istitle():
        return 0
    bare = word.strip("().\"'“”*")
    form = shape(bare)
    if not bare or bare in PARTICLES or bare.casefold() in SUFFIXES or INITIALS.fullmatch(shape(word)):
        return 0
    if not LETTERS.fullmatch(form):
        return COSTS["no word of names"]
    if form[0] == "a":
        return COSTS["word in small letters"]
    if len(form) > 1 and form.isupper() and "文" not in form:
        return COSTS["family name in capitals"]
    if "AAa" in form:
        return COSTS["capitals running into a word"]
    return COSTS["camel case"] if "aA" in shape(FAMILY_PREFIX.sub("", bare)) else 0


def cost_of_title(title: str, name: str) -> int:
    """What speaks against a title ending here, given the name that would follow."""
    end, last = title[-1], title.split()[-1]
    form = shape(last)
    if end in "-‐–—/&@#\\:":
        return COSTS["joined on"]
    if end in "+_":
        return COSTS["plus or underscore"]
    if (
        end in "([{“‘«¿¡"
        or not last.strip("'\"`")
        or name.count(")") > name.count("(")
        or (end == '"' and title.count('"') % 2)
    ):
        return COSTS["open bracket"]
    if title.count("$") % 2 or name.count("$") % 2:
        return COSTS["open mathematics"]
    if end in "'’`" and re.search(r"[ODLNM].$|(?<!\w)\w.$", last):
        return COSTS["apostrophe of a family name"]
    if form.endswith("A.") and (name[1:2] == "." or not re.search(r"AA\.$|^(?:A\.){2,}$", form)):
        return COSTS["initial before"]
    if end.isupper() and (CAPITALS_GO_ON.match(shape(name[:2])) or PLURAL_OF_CAPITALS.match(name)):
        return COSTS["within capitals"] + _cost_of_last_word(last, form)
    return _cost_of_last_word(last, form)


@lru_cache(maxsize=CACHED)
def _cost_of_last_word(last: str, form: str) -> int:
    word = re.split(r"[-‐/–—]", last)[-1].strip('()[]{}"“”.,:;!?*')
    if word in CAMEL_WORDS or word in ACRONYMS or word.casefold() in LAST_WORDS:
        return COSTS["word that ends titles"]
    if last in LINKING_WORDS:
        return COSTS["title ends in a linking word"]
    if form in ("A", "a"):
        return COSTS["title ends in a lone letter"]
    if re.search(r"aA+$", form):
        return COSTS["title ends in camel case"]
    hump = HUMP.search(form)
    if not hump or (form.endswith("AAa") and last.endswith("s")):
        return 0
    return _cost_of_last_hump(last[: hump.start(1)], last[hump.start(1) :])


def _cost_of_last_hump(head: str, hump: str) -> int:
    """Of a title's last word with a capital inside: a word in camel case, or title and name still glued?"""
    if FAMILY_PREFIX.match(hump + "A"):
        return COSTS["prefix of a family name"]
    if _is_tail(hump):
        return COSTS["title ends in a compound"]
    if _is_given_name(hump):
        return COSTS["title ends in a name"]
    before = re.split(r"\W", head)[-1]
    glued = not before or before.removesuffix("s").isupper() or before.casefold() in LAST_WORDS
    return COSTS["title ends in a glued word" if glued else "title ends in camel case"]
