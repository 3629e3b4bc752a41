"""What of a printed name serves to tell persons apart, and which family names many persons bear."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from papergarden.model import Paper
from papergarden.text import names

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
COMMON = frozenset(
    """
    adams agarwal agrawal ahmed ahn ali allen an andersen anderson andersson arora bai bailey baker banerjee
    bansal bao barnes becker bell bennett bernard bhattacharya bian brown cai campbell cao carter chai
    chakraborty chan chang chen cheng cho choi chu chung clark cohen coleman collins cook cooper cox cui dai
    das davies davis deng ding dong du duan dubois edwards evans fan fang feng ferrari fischer fu gao garcia
    garg ge geng ghosh goel gong gonzalez goyal gray green gu guan guo gupta hall han hansen hao harris
    hassan he henderson hernandez hill ho hoang hong hou hsu hu hua huang hughes hussain hwang ibrahim ito
    ivanov jackson jain james jang jenkins jensen jeon jeong ji jia jiang jiao jin johansson johnson jones
    joshi jung kang karlsson ke kelly khan kim king klein ko kobayashi kong kowalski kulkarni kumar lai lam
    lan larsen le lee lei leung lewis li liang liao lim lin ling liu long lopez lu luo lv lyu ma mao martin
    martinez mehta mei meng meyer miller mishra mitchell mohamed moore morris mueller mukherjee muller
    murphy nakamura nelson ng nguyen ni nie nielsen niu novak nowak oh oliveira pan pang park parker patel
    patterson peng pereira perez perry peterson pham phillips powell price qi qian qiao qin qiu qu rao ray
    reed ren richardson robert roberts rodriguez rogers ross rossi roy russo saha sanchez sanders santos
    sarkar sato schmidt schneider schwartz scott seo shah shang shao sharma shen shi shin si silva singh
    sinha smirnov smith son song souza srinivasan srivastava stewart su sun sung suzuki takahashi tan tanaka
    tang tao taylor thomas thompson tian tong tran tu turner verma wagner walker wan wang ward watanabe
    weber wei wen weng white williams wilson wong wood wright wu xia xiang xiao xie xing xiong xu xue
    yamamoto yan yang yao ye yi yin ying yoo yoon you young yu yuan yue yun zeng zhan zhang zhao zheng zhong
    zhou zhu zhuang zou
    """.split()  # noqa: SIM905
)
"""Family names, folded, with which a given name does not yet mean one person: borne by twelve or more authors
of one computer-science bibliography with different given names, or among the commonest of a large country."""


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as printed, and folded: what its forms have in common, and what it is looked up by.

    ``key`` is shared by forms that differ in accents, case, punctuation or a hyphen in the given name alone;
    ``blocks`` by all that have a chance to be compatible.
    """

    printed: str
    key: str
    words: tuple[str, ...]
    blocks: tuple[str, ...]
    initials_only: bool
    """Whether no given name is written out."""
    common: bool
    """Whether many persons bear the family name, or it is too short to tell."""

    @property
    def fullness(self) -> tuple[int, int, bool, bool]:
        """Lower for fuller forms: letters in whole words, number of words, mixed case, accents."""
        whole = sum(len(word) for word in self.words if len(word) > 1)
        return -whole, -len(self.words), self.printed.isupper(), self.printed.isascii()


_TWO_WORDS = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
"""The form of most names, in which there is nothing to look for."""


@lru_cache(maxsize=1 << 18)
def read_name(printed: str) -> PrintedName:
    """A printed name in plain order, folded."""
    if _TWO_WORDS.fullmatch(printed):
        key = printed.lower()
        _, family = pair = tuple(key.split(" "))
        return PrintedName(
            printed, key, pair, tuple(_blocks(pair)), False, family in COMMON or len(family) < 3
        )
    words = tuple(names.fold(printed).split()) or (printed,)
    suffix = words[-1:] if len(words) > 2 and words[-1] in SUFFIXES else ()
    bare = words[: len(words) - len(suffix)]
    key = " ".join(filter(None, ("".join(bare[:-1]), bare[-1], *suffix)))
    initials_only = len(bare) > 1 and all(len(word) == 1 for word in bare[:-1])
    common = len(bare) < 2 or bare[-1] in COMMON or len(bare[-1]) < 3
    return PrintedName(printed, key, bare, tuple(_blocks(bare)), initials_only, common)


@lru_cache(maxsize=1 << 18)
def is_organization(name: str) -> bool:
    """Whether an author is a team or an institution."""
    return names.is_organization(name)


def has_organization(paper: Paper) -> bool:
    """Whether an author of a paper is a team or an institution."""
    return any(is_organization(author.name) for author in paper.authors)


def _blocks(words: tuple[str, ...]) -> list[str]:
    """Family name without umlauts and initial; and the words in any order, for names of East Asia."""
    if len(words) < 2:
        return []
    family = words[-1].replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return [f"{words[0][0]} {family}", " ".join(sorted(words))]


def orcids_of(paper: Paper) -> Mapping[str, str]:
    """The ORCID of each author who has one, by printed name.

    Records keep them in ``extra`` under ``orcid``: ``Ada Example 0000-0001-2345-6789; …``, or as many as
    there are authors, in their order.
    """
    found: dict[str, str] = {}
    stating = [record for record in paper.records if record.extra.get("orcid")]
    shown = {read_name(one.name).key: one.name for one in paper.authors} if stating else {}
    for record in stating:
        pairs = _ORCID.findall(record.extra["orcid"])
        if len(pairs) == len(record.authors) and not any(_LETTER.search(name) for name, _ in pairs):
            pairs = [(name, orcid) for name, (_, orcid) in zip(record.authors, pairs, strict=True)]
        for printed, orcid in pairs:
            key = read_name(names.plain_order(printed.strip(" :;=,(\n"))).key
            if key in shown:
                found[shown[key]] = orcid
    return found


_ORCID = re.compile(r"([^;\n]{0,200}?)(?:https?://(?:www\.)?orcid\.org/)?\b(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b")
_LETTER = re.compile(r"[^\W\d_]")


def fullest(printed: dict[str, int]) -> str:
    """The fullest of several forms of a name; of equally full ones the one printed most often."""
    if len(printed) == 1:
        return next(iter(printed))
    return min(printed, key=lambda name: (*read_name(name).fullness, -printed[name], name))
