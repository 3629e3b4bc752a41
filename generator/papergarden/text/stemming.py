"""Light stemming for search: the inflectional steps of Porter2.

Source: Martin Porter, "The English (Porter2) stemming algorithm", snowballstem.org, steps 0, 1 and 5 with its
lists of exceptions. The derivational steps 2 to 4 are left out: they would make "generative" and "generation"
one word with "generator", and readers of papers mean the one they type. Plurals of acronyms are added.
``site_src/search/stem.js`` is the same function; ``tests/search/stems.json`` holds both to it.
"""

import re
from functools import lru_cache

ENGLISH = re.compile(r"[a-z']{3,}")
WHOLE = {
    **{"skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl"},
    **{"gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl"},
    **{"cpus": "cpu", "gpus": "gpu", "tpus": "tpu"},
    **{word: word for word in ("sky", "news", "howe", "atlas", "cosmos", "bias", "andes")},
}
AFTER_PLURAL = frozenset(
    ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]
)
FIRST_REGION = re.compile(r"gener|commun|arsen|.*?[aeiouy][^aeiouy]")
NEXT_REGION = re.compile(r".*?[aeiouy][^aeiouy]")
VOWEL = re.compile(r"[aeiouy]")
DOUBLE = re.compile(r"(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$")
SHORT_END = re.compile(r"^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$")
CONSONANT_Y = re.compile(r"(^|[aeiouy])y")
PAST = ("ingly", "edly", "ing", "ed")
INFLECTED = frozenset("sdgyel'")
"""The letters at which a word ends that is not its own stem."""


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """The word without its inflection; words that are not lower-case English letters come back as they are.

    >>> stem("networks"), stem("learned"), stem("studies"), stem("generation")
    ('network', 'learn', 'studi', 'generation')
    >>> stem("approaches"), stem("approach"), stem("coding"), stem("codes")
    ('approach', 'approach', 'code', 'code')
    """
    if (word[-1:] not in INFLECTED and word[:1] != "'") or not ENGLISH.fullmatch(word):
        return word
    if word in WHOLE:
        return WHOLE[word]
    # An upper-case Y marks a consonant for as long as the steps run.
    word = word.removeprefix("'")
    if "y" in word:
        word = CONSONANT_Y.sub(r"\1Y", word)
    if "'" in word:
        word = re.sub(r"'s?'?$", "", word)
    word = _without_plural(word)
    if word not in AFTER_PLURAL:
        first = _region(FIRST_REGION, word, 0)
        second = _region(NEXT_REGION, word, first)
        word = _without_end(_with_i(_without_past(word, first)), first, second)
    return word.replace("Y", "y")


def _without_plural(word: str) -> str:
    """Step 1a."""
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if (
        word.endswith("s")
        and not word.endswith(("us", "ss"))
        and (VOWEL.search(word[:-2]) or _is_acronym(word))
    ):
        return word[:-1]
    return word


def _is_acronym(plural: str) -> bool:
    """Whether a word is one like "llms", which Porter2, made for running English, would leave as it is."""
    return len(plural) > 3 and not VOWEL.search(plural)


def _region(opening: re.Pattern[str], word: str, start: int) -> int:
    """Where R1, or R2 after it, begins."""
    found = opening.match(word, start)
    return found.end() if found else len(word)


def _without_past(word: str, region: int) -> str:
    """Step 1b."""
    for ending in ("eedly", "eed"):
        if word.endswith(ending):
            return word[: -len(ending)] + "ee" if len(word) - len(ending) >= region else word
    ending = next(filter(word.endswith, PAST), "")
    if not ending or not VOWEL.search(word, 0, len(word) - len(ending)):
        return word
    word = word.removesuffix(ending)
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if DOUBLE.search(word):
        return word[:-1]
    return word + "e" if region >= len(word) and SHORT_END.search(word) else word


def _with_i(word: str) -> str:
    """Step 1c."""
    if len(word) > 2 and word[-1] in "yY" and word[-2] not in "aeiouy":
        return word[:-1] + "i"
    return word


def _without_end(word: str, first: int, second: int) -> str:
    """Step 5."""
    last = len(word) - 1
    if word.endswith("e") and (last >= second or (last >= first and not SHORT_END.search(word[:-1]))):
        return word[:-1]
    return word[:-1] if word.endswith("ll") and last >= second else word
