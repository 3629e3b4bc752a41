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

LAST_WORDS = frozenset(
    words("""
    academy agency alliance association authors center centre collaboration college committee community
    company consortium contributors corp corporation council department foundation gmbh group groups inc
    initiative institute lab laboratories laboratory labs llc ltd ministry network organisation organization
    partnership project research society team teams technologies technology university workgroup workshop
    """)
)
OF_SOMETHING = re.compile(
    r"\b(?:academy|association|center|centre|college|committee|council|department|faculty|group|institute|"
    r"laboratory|ministry|office|school|society|university)\s+(?:for|of|on)\b",
    re.IGNORECASE,
)


def is_organization(name: str) -> bool:
    """Whether a printed author is a team or an institution (``DeepSeek-AI``, ``Qwen Team``), not a person.

    Two words of which the last is "Team" are a team, though the first may be a given name ("Gemma Team").
    """
    parts = [word.strip(".,()") for word in name.split()]
    small = [part.casefold() for part in parts]
    if not parts or OF_SOMETHING.search(name):
        return bool(parts)
    if len(parts) == 1:
        return small[0] in ORGANIZATIONS or bool(re.search(r"[^\W_]-?AI$|[^\W_]Labs?$", parts[0]))
    if small[0] in ("the", "team") or small[-1] in LAST_WORDS or parts[-1] == "AI":
        return True
    return small[-1] in ORGANIZATIONS or small[0] in ORGANIZATIONS - GIVEN_NAMES_TOO
