"""Authors that are not persons: teams, companies, institutes."""

import re

from papergarden.text.letters import words

ORGANIZATIONS = frozenset(
    words("""
    01.ai adobe ai2 aleph-alpha alibaba allenai amazon anthropic apple baidu bigcode bigscience bytedance
    cerebras cohere databricks deepmind deepseek deepseek-ai eleutherai facebook google huawei huggingface ibm
    inclusionai intel internlm laion meta microsoft minimax mistral mistral-ai moonshot mosaicml nvidia openai
    openbmb qwen salesforce samsung stepfun tencent xai xiaomi zhipu
    """)
)
"""Makers of models that sign papers with their name, in small letters."""

GIVEN_NAMES_TOO = frozenset({"huawei", "mistral"})

NO_GIVEN_NAMES = ORGANIZATIONS - GIVEN_NAMES_TOO
ONE_WORD = re.compile(r"[^\W_]-?AI$|[^\W_]Labs?$")
LAST_WORDS = frozenset(
    words("""
    academy agency alliance association authors center centre collaboration college committee community
    company consortium contributors corp corporation council department foundation gmbh group groups inc
    initiative institute lab laboratories laboratory labs llc ltd ministry network organisation organization
    partnership project research society team teams technologies technology university workgroup workshop
    """)
)
OF = frozenset(("for", "of", "on"))
OF_SOMETHING = re.compile(
    r"\b(?:academy|association|center|centre|college|committee|council|department|faculty|group|institute|"
    r"laboratory|ministry|office|school|society|university)\s+(?:for|of|on)\b",
    re.IGNORECASE,
)


def is_organization(name: str) -> bool:
    """Whether a printed author is a team or an institution (``DeepSeek-AI``, ``Qwen Team``), not a person.

    Two words of which the last is "Team" are a team, though the first may be a given name ("Gemma Team").
    """
    parts = name.split()
    if not parts:
        return False
    end = parts[-1].strip(".,()")
    first, last = parts[0].strip(".,()").casefold(), end.casefold()
    if len(parts) == 1:
        return first in ORGANIZATIONS or ONE_WORD.search(end) is not None
    if first in ("the", "team") or last in LAST_WORDS or end == "AI":
        return True
    return last in ORGANIZATIONS or first in NO_GIVEN_NAMES or _is_of_something(name)


def _is_of_something(name: str) -> bool:
    """Whether it is an institute for something; most names lack the little word, which is quick to see."""
    return not OF.isdisjoint(name.lower().split()) and OF_SOMETHING.search(name) is not None
