"""What was asked for and what was granted, for the scenarios that compare the two."""

from __future__ import annotations

import re

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model_civil import Award, Claim

#: Awards of money or things.
MONEY = ("给付", "返还", "赔偿")
REFUSALS = ("驳回", "驳回起诉", "不予赔偿", "不准离婚")
#: Claims changed on the way: what is told of them may not be what was decided on.
_CHANGED = re.compile(
    r"(?:变更|增加|减少|追加|更改|调整|明确|补充)(?:了)?(?:其|部分|本案|上述|第|原)?[^，。；]{0,14}(?:诉讼请求|诉请|请求)"
    r"|(?:诉讼)?请求[^，。；]{0,14}(?:变更|增加|减少|调整|明确)|合并审理|并案审理"
)
#: Some of these words stands in every telling of a change, and this is the farthest they stand from its beginning.
_CHANGES = anchors("变更", "增加", "减少", "追加", "更改", "调整", "明确", "补充", "合并审理", "并案审理")
_FAR = 20
_NOTHING_OWED = re.compile(
    r"(?:无需|无须|不需|不予|不应|不用|不)(?:要)?(?:再)?(?:向[^，。；]{1,30})?(?:支付|给付|承担|赔偿)"
)


def is_judgment(judgment: Judgment) -> bool:
    """Whether the document is a judgment of a court (判决书)."""
    return bool(judgment.title and judgment.title.document_type == "判决书")


def told(judgment: Judgment) -> str:
    """What stands before the reasoning: the parties' words and the facts."""
    start, end = _before_reasoning(judgment)
    return judgment.plain[start:end]


def _before_reasoning(judgment: Judgment) -> tuple[int, int]:
    reasoning, parties = judgment.cut("reasoning") or judgment.cut("disposition"), judgment.cut("parties")
    return parties.end if parties else 0, reasoning.start if reasoning else len(judgment.plain)


def changed(judgment: Judgment) -> bool:
    """Whether it is told before the reasoning that the claims were changed."""
    start, end = _before_reasoning(judgment)
    spots = judgment.spots(_CHANGES, start, end)
    return bool(spots) and _CHANGED.search(judgment.plain, max(start, spots[0] - _FAR), end) is not None


def live(judgment: Judgment, *stages: str) -> list[Claim]:
    """The claims of the stages that were not dropped and ask for more than the costs."""
    return [c for c in judgment.claims if c.stage in stages and not c.struck and c.reliefs != ("诉讼费",)]


def denies(judgment: Judgment) -> bool:
    """Whether a claim asks to find that nothing is owed: what is awarded to the other side answers it."""
    return any(_NOTHING_OWED.search(judgment.words(c)) for c in judgment.claims)


def money_awards(judgment: Judgment) -> list[Award]:
    """The awards of money or things, in order."""
    return [a for a in judgment.awards if a.kind in MONEY]
