"""A card's line is cut where its title ends."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.byline import Byline, cut_byline

# Title and first author, glued at the bar. The authors are invented.
LINES = {
    "acronym": "Measuring the Power of Local AI|Jon Saad-Example, Ada Example, Hakki Orhun Sample et al.",
    "long acronym": "High-Throughput Generation with a Single GPU|Ying Example, Bob Sample",
    "plural acronym": "Planning with Small LLMs|Ying Example, Bob Sample",
    "acronym, initial": "Retrieval with PCA|E. Example, Bob Sample",
    "acronym, initials": "Retrieval with PCA|E.M. Example, Bob Sample",
    "question": "Can Foundation Models Keep Secrets?|Simran Example, Christopher Sample",
    "exclamation": "It's Raw!|Karan Example, Albert Sample",
    "parenthesis": "Counting Stars (Slowly)|Karan Example",
    "quotation": "Teaching Models to Say “No”|Karan Example",
    "single quotes": "Finding Birds 'in the Wild'|Karan Example",
    "full stop": "We Were Wrong.|Karan Example",
    "full stop after an acronym": "We Were Wrong about PCA.|Karan Example",
    "digit": "Gardens 2|Hugo Example, Louis Sample, Kevin Other et al.",
    "number in a name": "Report on Garden-4|OpenAI, Ada Example, Bob Sample et al.",
    "plus signs": "Seeding in k-means++|Ada Example",
    "maths": "Sums of $x^2$|Zhenyu Example, Bob Sample",
    "maths with capitals": "Sorting in $O(N \\log N)$|Zhenyu Example, Bob Sample",
    "roman numeral": "Gardens Are All You Need II|Yuanzhi Example, Bob Sample",
    "capitals": "GARDENS ARE ALL YOU NEED|Ashish Example, Bob Sample",
    "capitals, initials": "GARDENS ARE ALL YOU NEED|E.M. Example, Bob Sample",
    "small letters": "gardens are all you need|Ashish Example, Bob Sample",
    "one letter": "Finding Vitamin C|Ashish Example",
    "camel case": "Tuning a Garden with LlamaFactory|Zhenyu Example, Bob Sample",
    "camel case with a name": "Normalizing with LayerNorm|Daniel Example",
    "small letter first": "Balance Control for the iCub|E.M. Example, Bob Sample",
    "compound of a name": "Playing like AlphaGo|David Example, Bob Sample",
    "hyphens": "Walking Step-by-Step|Jean-Baptiste Example, Fei-Fei Sample",
    "initial first": "Gardens|C. Lawrence Example, Daniel Y. Sample",
    "initials without dots": "Gardens and Answers|TJ Example, AJ Sample",
    "glued initials": "Gardens and Answers|J.Zico Example",
    "capital in the family name": "Topic Models Over Time|Andrew McExample, Zachary DeSample",
    "capital in the given name": "Topic Models Over Time|MohammadReza Example, KyungHyun Sample",
    "capital in a later name": "Topic Models Over Time|David Example, YingLi Sample",
    "family name in capitals": "Topic Models Over Time|Mathurin EXAMPLE, Joseph SAMPLE",
    "apostrophes": "Topic Models|Tim O'Example, Anna D'Sample",
    "apostrophe first": "Topic Models|D'Anna Example, Bob Sample",
    "accents": "Topic Models|Émile Exámple, Łukasz Sample",
    "accent after an acronym": "Topic Models for GANs|Şule Example",
    "decomposed accents": "Topic Models|E\u0301mile Exa\u0301mple",
    "particles": "Graph Networks|Ria van den Example, Leo de Sample",
    "particles first": "Graph Networks with CNNs|van den Example Ria, Leo Sample",
    "comma in the title": "Attention, Please!|Ada Example, Bob Sample",
    "commas in the title": "Detect, Describe, and Discriminate|Ada Example, Bob Sample, Cy Other et al.",
    "camel case and commas": "From YouTube, GitHub, and PubMed|Ada Example, Bob Sample, Cy Other et al.",
    "others in the title": "Reconsidering Doe et al.|Anna Example, Bob Sample",
    "suffix": "Early Machines|Nathan H. Example, Jr., Bob Sample, Cy Other et al.",
    "Chinese names": "Gardens of Suzhou|王小明, 胡振",
    "nickname": "Gardens|Junbo (Jake) Example, Yoon Sample",
    "team": "Gardens|Gemma Team, Ada Example, Bob Sample et al.",
    "team with a mark of arXiv": "Gardens|DeepSeek-AI, :, Ada Example et al.",
    "four words": "Gardens|Miguel Angel Fuentes Example, Bob Sample",
    "middle dot in the title": "Gardens · Part II|Ada Example · stanford",
    "organization": "Gardens|Ada Example, Bob Sample, Cy Other et al. · eth-zurich",
    "organization in words": "Gardens|Ada Example, Bob Sample · Google DeepMind",
}


@pytest.mark.parametrize("glued", LINES.values(), ids=LINES.keys())
def test_cuts_before_the_first_author(glued: str) -> None:
    title, _, rest = glued.partition("|")
    before, _, organization = rest.rpartition(" · ") if " · " in rest else (rest, "", "")
    names = before.removesuffix(" et al.").replace(", Jr.", "; Jr.").split(", ")
    authors = tuple(name.replace("; Jr.", ", Jr.") for name in names if name != ":")
    assert cut_byline(title + rest) == Byline(
        title, authors, not before.endswith(" et al."), organization, certain=True
    )


UNCERTAIN = {
    "one word": "Old Gardens|Plato",
    "acronym or initials": "Questions and QA|DJ Example",
    "small letters": "Hand-Eye Tracking|wei Example",
    "fewer than three before et al.": "Gardens|Zadok Example, Bob Sample et al.",
    "no author at all": "A Garden of Papers|",
    "nothing": "|",
}


@pytest.mark.parametrize("glued", UNCERTAIN.values(), ids=UNCERTAIN.keys())
def test_says_when_a_cut_is_uncertain(glued: str) -> None:
    assert not cut_byline(glued.replace("|", "")).certain


def test_cuts_names_in_small_letters_though_never_certainly() -> None:
    byline = cut_byline("Deep Networks for Object Detectionjianqi example, wei sample")
    assert (byline.title, byline.authors) == (
        "Deep Networks for Object Detection",
        ("jianqi example", "wei sample"),
    )
    assert not byline.certain


PIECES = st.sampled_from(
    [", ", " et al.", " · ", "AI", "Ada", " ", "van den ", "?", "$", "(", "é", "王", "\u0301", "'"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_loses_nothing(line: str) -> None:
    byline = cut_byline(line)
    others = "" if byline.complete else " et al."
    organization = f" · {byline.organization}" if byline.organization else ""
    again = byline.title + ", ".join(byline.authors) + others + organization
    assert letters(again) == letters(line)


def letters(line: str) -> str:
    """A line without its spaces, and with every "et al" at the end of the names printed alike."""
    return re.sub(",*etal\\.?", "etal", "".join(line.split()).replace(":,", ""))
