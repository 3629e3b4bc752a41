"""Rules of repair: what they mend, and what they leave alone."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.repair import KNOWN, lexicon, lost, repair
from tests.text.places import false_changes, outcomes, spans, texts

MENDED = {
    "mojibake": {"the userâ\x80\x99s naÃ¯ve 8Ã\x97 gain": "the user’s naïve 8× gain"},
    "HTML tag": {
        "<jats:p>An <i>iris</i> of H<sub>2</sub>O</jats:p>": "An iris of H₂O",
        "x<sup>2</sup>": "x²",
    },
    "HTML entity": {"Q&amp;A &lt; &#8220;x&#x201d; &amp;amp;lt; AT&T;": "Q&A < “x” < AT&T;"},
    "odd space": {"a\u00a0b\u2009c": "a b c"},
    "invisible character": {
        "gar\u00adden\u200b \u202eevil\u202c\x07 of the\x02art": "garden evil of the-art"
    },
    "composed letter": {"Ole\u0301": "Olé"},
    "ligature": {"eﬃcient ﬂow": "efficient flow"},
    "code point": {
        "a runx2014each from scratchx2013even": "a run—each from scratch–even",
        r"it\u2019s": "it’s",
    },
    "figure in the text": {
        "It scales. ![0_image_0.png](0_image_0.png) Figure 1: A family. And more.": "It scales.",
        "It ![x](y.png) scales.": "It scales.",
        "It scales. ![x](y.png) Figure 1: A family. From left. We show it.": "It scales. We show it.",
        "It ![x](y.png) Figure 2: A family. scales well.": "It scales well.",
    },
    "running header": {"It scales. arXiv:2405.04517v1 [cs.LG] 7 May 2024": "It scales."},
    "lost backslash": {
        "a $3\times$ gain, mbox{Net}": "a 3× gain, Net",
        "80times speedup and 1.3times faster": "80× speedup and 1.3× faster",
        "in sim3 hours, sim20% of": "in ∼3 hours, ∼20% of",
        "a textbf{bold} and emph{i.e.}": "a bold and i.e.",
    },
    "heading in the text": {"Abstract: We show it.": "We show it.", "ABSTRACT. It is so.": "It is so."},
    "TeX": {
        "{BERT} and {A}daptive {GPT}-4": "BERT and Adaptive GPT-4",
        r"10-40\% of \textbf{all} ``gardens''": "10-40% of all “gardens”",
    },
    "Markdown emphasis": {
        "a *semiseparable* **Mamba-2** (*i.e.*, x)": "a semiseparable Mamba-2 (i.e., x)",
        "an **O**pen-set me**T**hod": "an Open-set meThod",
    },
    "glued address": {
        "Code is athttps://a.example/b.": "Code is at https://a.example/b.",
        "code at:https://a.example/b": "code at: https://a.example/b",
        "found atgithub.com/ada/garden.": "found at https://github.com/ada/garden.",
        "available atada.github.io/x.": "available at https://ada.github.io/x.",
        "to https://a.example/Ada-Modelingandhttps://a.example/Online-RLHFfor more detail": (
            "to https://a.example/Ada-Modeling and https://a.example/Online-RLHF for more detail"
        ),
        "see https://a.example/open-instructour models": "see https://a.example/open-instruct our models",
        r"at \urlhttps://a.example/b": "at https://a.example/b",
    },
    "address without scheme": {"Code: github.com/ada/garden": "Code: https://github.com/ada/garden"},
    "relay address": {
        "at https://huggingface.someone.workers.dev/collections/a": "at https://huggingface.co/collections/a"
    },
    "footnote in the text": {
        "used for training111https://a.example/b and": "used for training (https://a.example/b) and",
        "(GardNet) 111Code:https://a.example/G., a new": "(GardNet) (Code: https://a.example/G), a new",
        "by GPT-4 Omni.111Our code is public.": "by GPT-4 Omni. Our code is public.",
        "fine-tuning222The model is new.. The entire": "fine-tuning (The model is new). The entire",
        "of LMs.††* Authors contributed equally.": "of LMs. (Authors contributed equally.)",
    },
    "space around punctuation": {
        "models (LLMs) . We use (ToM) ; the (MoE) -based": "models (LLMs). We use (ToM); the (MoE)-based",
        "a token (e.g.by treating) and,i.e., so": "a token (e.g. by treating) and, i.e., so",
        "activation functions.We show data,learning": "activation functions. We show data, learning",
        "Low-Rank Projection(GardenNet) is": "Low-Rank Projection (GardenNet) is",
        "theory of mind(ToM), parameterization(SµPar), by() ,": (
            "theory of mind (ToM), parameterization (SµPar), by (),"
        ),
        "Ada et al. (2016) , and so": "Ada et al. (2016), and so",
        "paralyzed hand.State-of-the-art decoders": "paralyzed hand. State-of-the-art decoders",
    },
    "glued number": {
        "2.74vs.3.04 with3B and1T tokens in a15% gain": "2.74 vs. 3.04 with 3B and 1T tokens in a 15% gain",
        "(gFID2.13vs.3.04) to just32discrete tokens": "(gFID 2.13 vs. 3.04) to just 32 discrete tokens",
    },
    "broken word": {
        "an algo- rithm for back(cid:173) propagation of state-of- the-art": (
            "an algorithm for backpropagation of state-of-the-art"
        ),
        "safety-\ncritical train-\ning": "safety-critical training",
        "in Fin(cid:173) land a bell(cid:173) shaped curve": "in Finland a bell-shaped curve",
    },
    "glued words": {
        "the tradeoffsin deploymenton thecase wherethe setof": (
            "the tradeoffs in deployment on the case where the set of"
        ),
        "Inthis work wepropose aframework": "In this work we propose a framework",
        "We propose aself-supervised objective": "We propose a self-supervised objective",
        "violent in nature.AI developers of AI systems": "violent in nature. AI developers of AI systems",
        "of still photographsunder conditions whichcan": "of still photographs under conditions which can",
        "i.e., across-decoderstacked upon aself-decoder: the cross-decoder": (
            "i.e., a cross-decoder stacked upon a self-decoder: the cross-decoder"
        ),
        "the bias –localityin modern vision": "the bias –locality in modern vision",
        "we introduceTransformer-based models": "we introduce Transformer-based models",
        "an off-theshelf and stateof-the-art model": "an off-the-shelf and state-of-the-art model",
        "We propose Zambo (LMs) .Zambosubstantially helps ofZambo": (
            "We propose Zambo (LMs). Zambo substantially helps of Zambo"
        ),
        "(LMs) . It has ahigher rate, isfaster than, gatingandconvolutionsare good": (
            "(LMs). It has a higher rate, is faster than, gating and convolutions are good"
        ),
    },
}
LEFT = [
    "DiscoPOP, xLSTM, QuantEase, iCub, QLoRA, fANOVA, miniImageNet, smallNORB, fastText and word2vec",
    "It can significantly surpasses an a refinement across various asks.",
    "therein, whereby, nowhere, overall, bypassed, withstand, amodal, isotopes, onboard, subgraph",
    "keyframe, codebase, workflow, elementwise, reparameterizable, counterfactual, worldwide, onset, today",
    "GPT-4 , which we use; perplexity , and 12 % more",
    "A* search and D* Lite, 2 * 3 * 4, f(x)=a*b*c",
    "less than $200 per model, $300 more",
    "$O(n)$ and $\\tilde{O}(d \\ell)$",
    "https://web.archive.org/web/2020/https://a.example/b",
    "https://github.com/ada/understand the code",
    "sim2real, Sim3, similar, sometimes, 2 times, 1024x2014",
    "3D, 2-D, 8xA800, WMT14, room 111, 222 items, 0.111We",
    "pre- and post-training, first- and second-order, on alpha-digits- we show",
    "torch.nn, Node.js, e.g., i.e. and etc., version 1.2.The",
    "sin(AB), Omega(DSAT), f(x) = [0, 1)",
    "The λ-calculus — “naïve” Gödel’s, 中文 and العربية",
    "see http://localhost/ and mail ada@example.org",
    "AT&T, R&D; <3 and a<b>c, x_1 and {0,1}, {A, B}, {X} and sum_{ABC}",
    "Abstract Meaning Representation: a study",
    "pairs (word,sense), (eps,delta)-privacy and [low,high]",
    "it is, in toto, fine; it achives more, eachother, warmstart, lightfield, timeseries",
    "the interand intraclass variance, areweighted sum, including themin a model",
    "parameteris isable formin actin polaron musculus lateralis, personas, amother, todays",
    "aPascal, the memoryGAN and minimalRNNs and RNNs, OptSpace, QuaDreamer",
    "Wechat, Webots, Weston, Hasan, Tobias, Theano, Isabelle and Anderson",
    "the results, seq2seq, text2image, word2vec, resnet50based and python3.11",
    "torch.Tensor, a Tensor; (1), (2) : = n",
    "a pre- fixed amount and a two- to four-fold gain",
    r"an $\alpha$ with D=\boldI_p\times p here",
]


@pytest.mark.parametrize(
    ("rule", "printed", "expected"),
    [(rule, *pair) for rule, pairs in MENDED.items() for pair in pairs.items()],
)
def test_damage_is_mended_and_remembered(rule: str, printed: str, expected: str) -> None:
    text, repairs = repair("abstract", printed)
    assert text == expected
    assert rule in {name for name, _, _ in repairs}


@pytest.mark.parametrize("printed", LEFT)
def test_what_is_right_stays(printed: str) -> None:
    assert repair("abstract", printed) == (printed, ())


def test_every_labelled_place_is_where_its_row_says() -> None:
    kinds = Counter(place.kind for text in texts() for _, _, place in spans(text))
    assert kinds["certain"] > 250
    assert kinds["evidence"] > 150
    assert kinds["leave"] > 300


def test_damage_of_the_seeds_is_mended() -> None:
    verdicts = Counter((outcome.place.kind, outcome.verdict) for outcome in outcomes())
    totals = Counter(outcome.place.kind for outcome in outcomes())
    assert verdicts["certain", "right"] >= 0.95 * totals["certain"]
    assert verdicts["evidence", "right"] >= 0.75 * totals["evidence"]
    assert verdicts["lost", "right"] >= 0.7 * totals["lost"]


def test_no_intact_text_of_the_seeds_is_changed() -> None:
    assert list(false_changes()) == []


def test_no_intact_text_of_the_seeds_is_said_to_have_lost_anything() -> None:
    intact = [text for text in texts() if not any(place.kind == "lost" for place in text.places)]
    assert len(intact) > 50
    assert [text.mended for text in intact if lost(text.mended)] == []


NEIGHBOURS = (
    "The aPascal set, memoryGAN, minimalRNN (GAN, RNN), OptSpace, lightfield, warmstart, {German,French}"
)


@pytest.mark.parametrize(
    "damage", ["athttps://a.example/b", "of gardens (LLMs) .", "nets111https://a.example"]
)
def test_other_damage_is_no_evidence_against_names(damage: str) -> None:
    assert repair("abstract", f"{NEIGHBOURS} {damage}")[0].startswith(NEIGHBOURS)


def test_a_word_of_the_collection_is_no_run_of_words() -> None:
    damaged = "(LMs) . It uses gardenpathing"
    assert repair("abstract", damaged, lexicon({"gardenpathing": 9}))[0] == "(LMs). It uses gardenpathing"


def test_names_of_people_are_no_prose() -> None:
    assert repair("authors", "Ada Example(GardenNet)")[0] == "Ada Example(GardenNet)"


LOST = {
    "up to 8faster when": "maths missing",
    "reduces the image tokens by, leading to more": "maths missing",
    "by a factor of, where it is": "maths missing",
    "such as the -th token": "maths missing",
    "Inspired by (), we replace": "citation missing",
    "a \ufffd and (cid:12)": "characters missing",
    "as few as possible. Best of both. It is based on and limited to k -nearest, median-of-means.": "",
}


@pytest.mark.parametrize(("text", "what"), LOST.items())
def test_what_is_lost_is_named(text: str, what: str) -> None:
    assert lost(text) == what


PIECES = [
    "the quick model ", "introduceTransformer ", "athttps://a.example/b", "111Code", "(LMs) .", "We ",
    "&amp;", "\\%", "$x$", "$", "``", "''", "*a*", "**", "{", "}", "\\textbf{", "80times", "x2014",
    "a- b", "-\n", "(cid:173) ", "\xad", "\u202e", "â\x80\x99", "é", "Sambasubstantially ", "ofSamba ",
    "Samba ", "localityin ", ",", ".", "github.com/a/b", "for ", "<i>", "![x](y) Figure 1: ",
    "arXiv:2405.04517v1 [cs.LG] 7 May 2024", "\xa0", " ", "1", "vs.", "††* Authors. ",
]  # fmt: skip
damaged_text = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map("".join)


@given(damaged_text)
def test_mended_text_stays_as_it_is(text: str) -> None:
    once, _ = repair("abstract", text)
    assert repair("abstract", once)[0] == once


@given(damaged_text)
def test_every_repair_can_be_found_before_and_after(text: str) -> None:
    mended, repairs = repair("abstract", text)
    for rule, before, after in repairs:
        assert rule
        assert before in text
        assert after in mended


@given(
    st.lists(
        st.sampled_from(["we", "show", "models", "of", "gardens", "learn", "papers", "well"]), min_size=1
    )
)
def test_plain_prose_is_unchanged(words: list[str]) -> None:
    text = " ".join(words).capitalize() + "."
    assert repair("abstract", text) == (text, ())


@given(st.text(max_size=200))
def test_any_text_can_be_mended(text: str) -> None:
    for field in ("title", "abstract", "authors"):
        repair(field, text)
    lost(text)


@given(st.lists(st.sampled_from(sorted(KNOWN)), min_size=1, max_size=40))
def test_prose_of_dictionary_words_is_unchanged(words: list[str]) -> None:
    text = f"It is {' '.join(words)} and more."
    assert repair("abstract", text) == (text, ())
