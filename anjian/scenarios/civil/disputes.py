"""What is in dispute for the tariff of fees: the kind of case and the sums that may be the amount in dispute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.lazy import once
from anjian.documents.model_civil import Claim, Fee
from anjian.law.fees import FeeResult, court_fee
from anjian.scenarios.base import decided_on

#: From this day on the tariff is that of 诉讼费用交纳办法 whenever the case was filed within a usual time before.
KNOWN_SINCE = date(2008, 1, 1)
_LABOUR = re.compile(
    r"劳动争议|劳动合同|劳动关系|追索劳动报酬|经济补偿金|竞业限制|工伤保险待遇|社会保险|福利待遇|人事争议|集体合同"
)
_RIGHTS = re.compile(r"(?:名誉|肖像|姓名|名称|荣誉|隐私|一般人格)权|人格权|个人信息")
_BODY = re.compile(
    r"生命权|身体权|健康权|人身损害|机动车交通事故|医疗损害|教育机构|提供劳务者|饲养动物|产品责任|违反安全保障|物件"
)
_IP = re.compile(r"著作权|商标|专利|不正当竞争|植物新品种|知识产权|商业秘密|技术|特许经营|计算机软件|垄断|域名")
#: Causes whose fee each court sets between the tariffs: by the sum or as a case without property.
_UNSETTLED = re.compile(
    r"抚养|扶养|赡养|探望|收养|监护|同居|婚姻|分家析产|继承|相邻|宅基地|承包经营权|公司|股东|破产|票据|海|船|"
    r"业主|选举|特别程序|宣告|认定|确认|执行异议|撤销之诉|公益|仲裁|劳务派遣|行政"
)
_AGREEMENT = re.compile(r"协议|合同|补偿|赔偿|征收|拆迁|征地|房屋")
#: Administrative causes of which the tariff does not say whether they count with trade marks and patents.
_OTHER_AGENCY = re.compile(r"知识产权|新品种|垄断|海关|海洋|集成电路|地理标志")
_CHANGED = re.compile(
    r"(?:变更|增加|减少|追加|放弃|更改)(?:了)?(?:其|部分|对|第|上述|本案)?[^，。；]{0,12}(?:诉讼请求|诉请|请求)"
    r"|(?:撤回|撤销)(?:了)?其?(?:对|部分|第)[^，。；]{0,20}(?:请求|起诉|诉请)"
    r"|(?:诉讼)?请求[^，。；]{0,12}(?:变更|增加|减少)为|合并审理|并案审理|先行(?:判决|裁决)"
)
#: Some of these words stands in every telling of a change.
_CHANGES = anchors(
    "变更", "增加", "减少", "追加", "放弃", "更改", "撤回", "撤销", "合并审理", "并案审理", "先行判决", "先行裁决",
)  # fmt: skip
_TOLD = ("course", "claims", "answer", "findings", "lower")
_PERIODIC = re.compile(r"每[月年日季天]|/[月天年]|按月")
_OPEN = re.compile(
    r"暂计|暂定|暂估|不低于|之日|付清|清偿(?:完毕|为止|之)|还清|为止|时止|及利息|和利息|及其利息|相应利息|及违约金|利息(?:按|以)|按[^，。；]{0,20}利率"
)
_THING = re.compile(r"房|车|土地|股权|设备|货物|原物|过户|交付|腾|存款|遗产|财产|票据|物品")
_PROPERTY = re.compile(
    r"财产|房|车|存款|债|借款|彩礼|嫁妆|损害|赔偿|补偿|返还|股|[0-9.]+万?元(?!/|／|至|直到|到|，?直)"
)
_DEBT = re.compile(r"合同|借贷|买卖|欠款|追偿|不当得利|劳务")
#: Up to this sum the property of a divorce adds nothing to its fee.
_DIVORCE_FREE = Decimal(200_000)
_MOST_CLAIMS = 5


class Dispute(Struct, frozen=True):
    """What a stage of the case is about.

    `kinds` are names of the tariff, several where courts differ; `amount` the sum of the claims where each has one.
    `open` says why `amount` may not be it: a claim without a sum, one whose sum runs on, changed claims; empty where
    nothing stands against it. `single` marks one plaintiff with one claim of money in a case of contract or debt: the
    amount is beyond doubt.
    """

    kinds: tuple[str, ...]
    amount: Decimal | None
    open: frozenset[str]
    single: bool
    _claims: tuple[Claim, ...]
    _values: tuple[Decimal, ...]

    @property
    def sums(self) -> tuple[Decimal, ...]:
        """Every sum that may have been taken for the amount in dispute; worked out each time it is asked for."""
        return _sums(self._claims, self._values)


@once
def filed_on(judgment: Judgment) -> date | None:
    """The day whose tariff governs; None where it may be older than the tariff known."""
    filed = judgment.course.filed.value if judgment.course and judgment.course.filed else None
    decided = decided_on(judgment)
    if filed and decided and filed > decided:
        return None
    day = filed or decided
    return day if day and (day >= KNOWN_SINCE or (filed is not None and filed >= date(2007, 4, 1))) else None


def kinds_of(judgment: Judgment) -> tuple[str, ...]:
    """The kinds of the tariff the case may be of; empty where the document does not tell."""
    cause = judgment.cause.name if judgment.cause else ""
    case_type = judgment.title.case_type if judgment.title else None
    if case_type == "行政":
        if not cause or _AGREEMENT.search(cause) or _OTHER_AGENCY.search(cause):
            return ()
        return ("商标专利海事行政",) if re.search(r"商标|专利|海事", cause) else ("行政",)
    if case_type != "民事" or not cause:
        return ()
    if _LABOUR.search(cause) and "劳务" not in cause:
        return ("劳动争议",)
    if cause.startswith("离婚") and "离婚后" not in cause:
        return ("离婚",)
    if _RIGHTS.search(cause):
        return ("人格权",)
    if _BODY.search(cause):
        return ("财产", "人格权")
    if _IP.search(cause):
        return ("知识产权",)
    return () if _UNSETTLED.search(cause) else ("财产",)


def dispute(judgment: Judgment, stage: str) -> Dispute:
    """What the claims of a stage (first, counter, appeal) put in dispute."""
    known = _disputes(judgment)
    if stage not in known:
        known[stage] = _dispute(judgment, stage)
    return known[stage]


@once
def _disputes(judgment: Judgment) -> dict[str, Dispute]:
    """The disputes by stage, as far as they are known yet."""
    return {}


def _dispute(judgment: Judgment, stage: str) -> Dispute:
    claims = [c for c in judgment.claims if c.stage == stage and c.reliefs != ("诉讼费",)]
    live = [c for c in claims if not c.struck]
    values = [_value(judgment, c) for c in live]
    open_points = {point for c, v in zip(live, values, strict=True) for point in _open(judgment, c, v)}
    if len(live) < len(claims) or _changed(judgment):
        open_points.add("changed")
    known = [v for v in values if v is not None]
    amount = sum(known, Decimal(0)) if known else None
    several = sum(p.role == "原告" for p in judgment.parties) > 1
    single = len(live) == 1 and len(known) == 1 and not several and not open_points and stage == "first"
    single = single and bool(judgment.cause and _DEBT.search(judgment.cause.name))
    return Dispute(kinds_of(judgment), amount, frozenset(open_points), single, tuple(live), tuple(known))


@once
def _changed(judgment: Judgment) -> bool:
    """Whether it is told that the claims were changed."""
    if all(judgment.section_at(spot) not in _TOLD for spot in judgment.spots(_CHANGES)):
        return False
    return _CHANGED.search(judgment.part(*_TOLD)) is not None


def _value(judgment: Judgment, claim: Claim) -> Decimal | None:
    """What a claim asks for in all; None where it is no sum, or one that comes round."""
    words = judgment.words(claim)
    if _PERIODIC.search(words):
        return None
    if claim.total is not None:
        return claim.total
    # a sum named twice is the base of the interest asked for on it
    return sum(dict.fromkeys(claim.amounts), Decimal(0)) if claim.amounts else None


def _open(judgment: Judgment, claim: Claim, value: Decimal | None) -> set[str]:
    words = judgment.words(claim)
    points = set()
    if "利息" in claim.reliefs or "违约金" in claim.reliefs or _OPEN.search(words):
        points.add("running")
    if value is None and not set(claim.reliefs) <= {"连带责任", "诉讼费", "利息", "违约金", "优先受偿"}:
        points.add("thing" if _THING.search(words) or _PERIODIC.search(words) else "other")
    if value is not None and _THING.search(words) and set(claim.reliefs) & {"分割", "继承", "履行"}:
        points.add("thing")
    return points


def _sums(claims: Sequence[Claim], values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The values of the claims in every combination, and each sum they name."""
    found = {a for c in claims for a in (*c.amounts, *((c.total,) if c.total else ()))}
    for parts in (values, *(list(dict.fromkeys(c.amounts)) for c in claims if c.total is None)):
        found |= _combined(parts)
    return tuple(sorted(v for v in found if v > 0))


def _combined(parts: Sequence[Decimal]) -> set[Decimal]:
    """Every sum of some of the parts; of very many only that of all."""
    if len(parts) > _MOST_CLAIMS:
        return {sum(parts, Decimal(0))}
    return {sum(some, Decimal(0)) for n in range(1, len(parts) + 1) for some in combinations(parts, n)}


def no_property(judgment: Judgment) -> bool:
    """Whether nothing but marriage and children is asked for or decided."""
    claims = [c for c in judgment.claims if c.stage in ("first", "counter")]
    words = "".join(judgment.words(c) for c in claims) + judgment.part("disposition")
    return bool(claims) and not _PROPERTY.search(words)


def little_property(judgment: Judgment) -> bool:
    """Whether a divorce is about no property, or only about sums that together stay below the tariff's threshold."""
    if no_property(judgment):
        return True
    asked = [c for c in judgment.claims if c.stage in ("first", "counter")]
    sums = [c.total or sum(c.amounts, Decimal(0)) for c in asked if _PROPERTY.search(judgment.words(c))]
    own = judgment.part("disposition")
    return bool(sums) and all(sums) and sum(sums, Decimal(0)) <= _DIVORCE_FREE and not _PROPERTY.search(own)


def fee_of(kind: str, amount: Decimal | None, on: date) -> FeeResult | None:
    """The full fee, None where the tariff has none for it."""
    return court_fee(kind, amount, on)


def printed(fee: Fee) -> tuple[Decimal | None, Decimal | None]:
    """The full fee and the half as far as the document prints them."""
    if not fee.halved:
        return fee.amount, None
    if fee.amount == fee.charged:
        return None, fee.charged
    return fee.amount, fee.charged
