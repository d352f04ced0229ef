"""What civil, administrative, enforcement and appeal documents say beyond what every document says.

The same rules as in `model`: frozen values, each with its place in the text as given; `None` means the document
does not say. Money is yuan, a rate is per cent a year, a party is its name as the head (or its short form) gives it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import DateFact, Place


class Cause(Place, frozen=True, kw_only=True):
    """The cause of action (案由) as written before 一案: 民间借贷纠纷, 离婚纠纷, 行政处罚."""

    name: str


class Claim(Place, frozen=True, kw_only=True):
    """One relief asked for. `number` as written, None for an unnumbered one.

    `stage` first (一审起诉) · counter (反诉) · appeal (上诉请求) · retrial (再审请求) · application (申请).
    `claimant` is whose claim it is, as written. `reliefs` are words of `claims.RELIEFS` (给付 确认 解除 …);
    one that only asks for the costs of the suit has exactly ("诉讼费",). `amounts` are the sums named in it and
    `total` the one it asks for in all (共计…元, or the only amount); `struck` marks one withdrawn or changed later.
    """

    number: int | None
    stage: str
    claimant: str | None
    reliefs: tuple[str, ...]
    amounts: tuple[Decimal, ...] = ()
    total: Decimal | None = None
    struck: bool = False


class Performance(Place, frozen=True, kw_only=True):
    """When an obligation is due: `days` or `months` after `event` (判决生效, 送达 …), or `by` a day, or at once.

    `event` is 定期 for what is due every month or year.
    """

    days: int | None = None
    months: int | None = None
    event: str | None = None
    by: date | None = None
    immediate: bool = False


class Award(Place, frozen=True, kw_only=True):
    """One item of a civil or administrative disposition.

    `kind` is a word of `awards.KINDS` (给付 返还 确认 解除 撤销 准予离婚 不准离婚 抚养 履行 驳回 维持 …).
    `payers` owe, `payees` receive, as written. `total` is the sum to pay where it is one sum (interest apart).
    `joint` 连带 · `secondary` 补充/不能清偿部分 · `recourse` 有权追偿 stated. `rejects` 全部 (驳回诉讼请求)
    or 其他 (驳回其他/其余诉讼请求) or 部分 (one matter, or against one defendant only) for kind 驳回, and `whose`
    the party whose claims are dismissed. An item that grants several things gives several awards.
    """

    item: int | None
    kind: str
    payers: tuple[str, ...] = ()
    payees: tuple[str, ...] = ()
    amounts: tuple[Decimal, ...] = ()
    total: Decimal | None = None
    joint: bool = False
    secondary: bool = False
    recourse: bool = False
    performance: Performance | None = None
    rejects: str | None = None
    whose: str | None = None


class Answer(Place, frozen=True, kw_only=True):
    """What became of one claim; the place is the claim's. `outcome` 支持 部分支持 驳回 未答; `items` answer it.

    未答 is said only of a claim that no item grants and no dismissal covers.
    """

    claim: Claim
    outcome: str
    items: tuple[Award, ...] = ()


class Share(Place, frozen=True, kw_only=True):
    """One party's part of a fee; `amount` None where the party bears all of it and no sum is repeated.

    `joint` marks what several bear together; a sum they bear together is one share of the party 甲、乙.
    """

    party: str
    amount: Decimal | None
    joint: bool = False


class Fee(Place, frozen=True, kw_only=True):
    """One fee of the suit. `kind` 案件受理费 申请费 财产保全费 公告费 鉴定费 …; `level` 一审 二审 再审 反诉 or None.

    `amount` is the full fee as first written, `charged` what is really charged (the halved one where it is halved,
    else the same; None where it cannot be told). `shares` are who bears it. `each` marks 各…元; `refunded` a part
    given back; `waived` 免收/免交; `deferred` 缓交. Fees with one list of shares have the same `group`, each holds the
    whole list, and `together` is the sum stated for them.
    """

    kind: str
    level: str | None
    amount: Decimal | None
    charged: Decimal | None
    halved: bool = False
    each: bool = False
    waived: bool = False
    refunded: Decimal | None = None
    shares: tuple[Share, ...] = ()
    deferred: bool = False
    group: int = 0
    together: Decimal | None = None


class Interest(Place, frozen=True, kw_only=True):
    """One clause of interest or default interest. `label` 利息 逾期利息 违约金 资金占用费 …

    `base` the sum it runs on (None: not said), `base_words` how it is named (以借款本金80000元为基数).
    `rate` per cent a year (月利率2% is 24) where fixed; `reference` LPR, 贷款基准利率, 同期贷款利率 … and `multiple`
    of it where it floats. `begin`, `finish` are the days it runs from and to; `to_payment` = 至付清/清偿/还清之日.
    `stated` the sum of interest the text gives for it; `section` where it stands; `item` of the disposition.
    """

    label: str
    base: Decimal | None
    base_words: str | None
    rate: Decimal | None
    rate_text: str | None
    reference: str | None
    multiple: Decimal | None
    begin: DateFact | None
    finish: DateFact | None
    to_payment: bool
    stated: Decimal | None
    section: str
    item: int | None = None
    begin_words: str | None = None
    finish_words: str | None = None


class Damage(Place, frozen=True, kw_only=True):
    """One item of damages: `item` the official word (医疗费 误工费 护理费 住院伙食补助费 残疾赔偿金 …).

    `factors` are the numbers of the formula as written (30天×100元/天 → 30, 100); their product should be `amount`.
    `victim` whose it is, where the text tells. `group` numbers the list it belongs to, `section` where it stands.
    The total stated for a list is its last member, with the item 合计. `plain` marks an amount that stands right
    behind its item in an unbroken list.
    """

    item: str
    amount: Decimal | None
    factors: tuple[Decimal, ...] = ()
    victim: str | None = None
    group: int = 0
    section: str = "findings"
    plain: bool = False


class Absence(Place, frozen=True, kw_only=True):
    """A party that did not come. `summons` is how it was called (传票传唤 合法传唤 公告送达 …), None: not said."""

    party: str
    summons: str | None
    without_reason: bool


class Inquiry(Place, frozen=True, kw_only=True):
    """One step of a search for property: `kind` 网络查控 银行 不动产 车辆 证券 公积金 工商 现场 …"""

    kind: str
    day: date | None = None


class Enforcement(Place, frozen=True, kw_only=True):
    """What an enforcement document tells of its case; the place is the passage on the application.

    `title_numbers` the documents enforced, `applied` when, `due`/`paid` yuan asked and recovered.
    `limited` 限制消费 · `listed` 失信名单 · `told` 已告知申请执行人 · `agreed` 申请执行人同意/申请终结 ·
    `clueless` 申请执行人不能提供财产线索.
    """

    title_numbers: tuple[str, ...]
    applied: DateFact | None
    due: Decimal | None
    paid: Decimal | None
    inquiries: tuple[Inquiry, ...] = ()
    notified: Place | None = None
    limited: Place | None = None
    listed: Place | None = None
    told: Place | None = None
    agreed: Place | None = None
    clueless: Place | None = None
