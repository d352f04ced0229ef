"""What a court document says: small frozen values, each with its place in the text as given.

`start` and `end` are code points of the text given to `read`; `text[start:end]` is the quote.
Domain values are the official Chinese words; `None` means the document does not say.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct


class Place(Struct, frozen=True, array_like=True, gc=False):
    """A stretch of the text as given."""

    start: int
    end: int


class Section(Place, frozen=True, kw_only=True):
    """One part of the document; `name` is one of `sections.NAMES`."""

    name: str


class Court(Place, frozen=True, kw_only=True):
    """The issuing court; `level` is basic, intermediate, high, supreme or None."""

    name: str
    level: str | None


class Title(Place, frozen=True, kw_only=True):
    """The kind of document: `document_type` 判决书 裁定书 决定书 通知书 调解书 …, `case_type` 刑事 民事 行政 …

    `incidental` marks 刑事附带民事.
    """

    document_type: str
    case_type: str | None
    incidental: bool = False


class CaseNumber(Place, frozen=True, kw_only=True):
    """A case number, `text` in canonical form （2018）沪0105刑初655号 (full-width brackets, no blanks).

    `court_code` is what stands between the year and the type code: 沪0105, or the old-style 灵.
    """

    text: str
    year: int | None
    court_code: str
    type_code: str
    serial: str
    suffix: str = ""


class DateFact(Place, frozen=True, kw_only=True):
    """A date as written; `value` is None when no such day exists or a part is masked.

    `style` is han (二〇一八年七月十六日), digits (2018年7月16日) or relative (同年8月1日, 次日).
    `context` names what happens on it where the reader knows: filed, hearing, decided, …
    """

    value: date | None
    text: str
    style: str
    context: str | None = None


class Party(Place, frozen=True, kw_only=True):
    """A party named in the head. `role` is the official word: 公诉机关 被告人 上诉人 自诉人 被害人
    附带民事诉讼原告人 附带民事诉讼被告人 被告单位 罪犯 法定代理人 …; outside criminal cases 原告 被告 第三人
    上诉人 被上诉人 原审原告 再审申请人 申请执行人 被执行人 异议人 赔偿请求人 …, empty for the addressee of a notice.

    `former_role` is the bracketed one: 原审被告人; 一审原告、二审上诉人; 反诉被告. `kind` is person or body.
    `paragraph` is the whole passage about the party.
    """

    role: str
    name: str
    kind: str
    former_role: str | None = None
    sex: str | None = None
    birth: date | None = None
    birth_text: str | None = None
    ethnicity: str | None = None
    education: str | None = None
    occupation: str | None = None
    identity_number: str | None = None
    address: str | None = None
    aliases: tuple[str, ...] = ()
    paragraph: Place | None = None


class Counsel(Place, frozen=True, kw_only=True):
    """A defender or agent: `role` 辩护人 诉讼代理人 指定辩护人 …; `clients` as far as the text tells.

    Outside criminal cases also who represents a party: 法定代表人 负责人 经营者 法定代理人 ….
    """

    role: str
    name: str
    firm: str | None
    clients: tuple[str, ...] = ()
    legal_aid: bool = False


class Prior(Place, frozen=True, kw_only=True):
    """An earlier conviction or sanction of a party. `kind` is criminal or administrative.

    `decided_text` and `ended_text` are the dates as written, for those that name only a month. `measure` is
    the administrative sanction (行政拘留 强制隔离戒毒 劳动教养 …) and `days` its length where given in days.
    """

    party: str
    kind: str
    charge: str | None
    court: str | None
    decided: date | None
    penalty: Penalty | None
    ended: date | None
    ended_how: str | None
    decided_text: str | None = None
    ended_text: str | None = None
    measure: str | None = None
    days: int | None = None


class Custody(Place, frozen=True, kw_only=True):
    """One step of a party's custody history in this case, in the order of the text.

    `kind`: 刑事拘留 逮捕 取保候审 监视居住 指定居所监视居住 留置 行政拘留 羁押 抓获 释放 执行逮捕 …
    `day` is the day the step began; None when the text gives none or only a month.
    `until` only where the text states an end of this very step. `section` is where it is told.
    """

    party: str
    kind: str
    day: date | None
    until: date | None = None
    detains: bool = False
    frees: bool = False
    section: str = "parties"


class Credit(Place, frozen=True, kw_only=True):
    """An explicit statement of what is credited (折抵刑期N日, 先行羁押N日, 扣除已服刑期四个月又十六天)."""

    party: str | None
    days: int | None
    months: int = 0


class Charge(Place, frozen=True, kw_only=True):
    """A charge alleged or found: `name` ends with 罪."""

    name: str
    party: str | None


class Course(Place, frozen=True, kw_only=True):
    """How the case came and was heard.

    `procedure` 简易 速裁 普通 or None · `panel_form` 独任 合议庭 or None · `open` True/False/None.
    At first instance a panel with no procedure named is 普通, and a single judge's case for which the
    prosecution proposed 简易 or 速裁 is that; a form not named is told by the signatures.
    `procedure_place`, `panel_place` and `open_place` are where the text names them, None where it does not.
    `remanded` marks a retrial after remand (发回重审), `reopened` one after final judgment (再审).
    Outside criminal cases `procedure` may also be 小额诉讼 特别 督促 公示催告; a panel that the text names at first
    instance is 普通 there too. `petitioned` is the day of 起诉, `converted_on` that of a change of procedure.
    """

    prosecutor: str | None
    indictment: str | None
    indicted: DateFact | None
    filed: DateFact | None
    hearings: tuple[DateFact, ...]
    procedure: str | None
    converted: bool
    panel_form: str | None
    open: bool | None
    closed_reason: str | None
    heard: bool | None
    postponed: bool
    plea_agreement: bool
    procedure_place: Place | None = None
    panel_place: Place | None = None
    open_place: Place | None = None
    remanded: bool = False
    reopened: bool = False
    petitioned: DateFact | None = None
    converted_on: DateFact | None = None


class Member(Place, frozen=True, kw_only=True):
    """One signature: `role` 审判长 审判员 代理审判员 人民陪审员 法官助理 书记员 …"""

    role: str
    name: str


class Citation(Place, frozen=True, kw_only=True):
    """One cited provision. `article` is "133-1" for 第一百三十三条之一; paragraph and item are numbers.

    `role` is basis (the decision rests on it), argument, quoted (lower decision, prosecution) or annex.
    `title` is the statute title as cited, without 《》; `full_title` tells whether 《》 stood here.
    """

    title: str
    article: str | None
    paragraph: int | None
    item: int | None
    role: str
    section: str
    titled_here: bool = True
    title_place: Place | None = None


class Evidence(Place, frozen=True, kw_only=True):
    """One piece of evidence in a list: `kind` is the statutory kind 物证 书证 证人证言 被害人陈述
    被告人供述 鉴定意见 勘验笔录 视听资料 电子数据."""

    kind: str
    text: str


class Ground(Place, frozen=True, kw_only=True):
    """A circumstance that bears on the penalty, in the court's own words (reasoning or findings).

    `kind`: 自首 坦白 立功 重大立功 累犯 毒品再犯 从犯 主犯 胁从犯 犯罪未遂 犯罪预备 犯罪中止 未成年 限制责任
    聋哑盲 防卫过当 避险过当 认罪认罚 谅解 退赃退赔 当庭认罪 前科 年满七十五 怀孕 减轻处罚 从轻处罚 从重处罚 免除处罚 …
    `accepted` is False where the court refuses it; `party` None where the text does not say whom.
    """

    kind: str
    party: str | None
    accepted: bool
    section: str


class Penalty(Place, frozen=True, kw_only=True):
    """A pronounced penalty. `kind` 管制 拘役 有期徒刑 无期徒刑 死刑, or None where only a fine, a
    confiscation, an exemption (免予刑事处罚) or an acquittal (无罪) is pronounced. A commutation has the
    kind 减刑 and the time cut. An earlier penalty restated without its kind (刑罚一年二个月) has None too.

    `months` whole months of the term (years included); `days` the rest (半个月 = 15). Both 0 = unread.
    `confiscation` is 部分 where its extent is not said.
    `fine` yuan; `fine_kind` 并处 or 单处; `confiscation` 全部 部分 or None.
    `suspended` = death with two years' reprieve; `probation_months` of 缓刑.
    """

    kind: str | None
    months: int = 0
    days: int = 0
    life: bool = False
    death: bool = False
    suspended: bool = False
    probation_months: int | None = None
    probation_days: int = 0
    fine: Decimal | None = None
    fine_kind: str | None = None
    fine_text: str | None = None
    confiscation: str | None = None
    confiscation_amount: Decimal | None = None
    political_rights_months: int | None = None
    political_rights_life: bool = False
    exempt: bool = False
    acquitted: bool = False


class Term(Place, frozen=True, kw_only=True):
    """A stated span of days. `kind` 刑期 or 考验期; an impossible day leaves its value None."""

    kind: str
    party: str | None
    begin: DateFact | None
    finish: DateFact | None


class Result(Place, frozen=True, kw_only=True):
    """One pronounced result: a party, a charge and its penalty; `total` marks 决定执行 / 合并执行.

    `origin` is None, or `earlier` for a penalty revoked or merged from an earlier judgment.
    `item` is the number of the disposition item it stands in.
    """

    party: str
    charge: str | None
    penalty: Penalty
    total: bool
    term: Term | None
    item: int | None
    origin: str | None = None


class Item(Place, frozen=True, kw_only=True):
    """One item of the disposition; `number` as written (一、 = 1), None for an unnumbered one."""

    number: int | None


class Verdict(Place, frozen=True, kw_only=True):
    """What a decision does to an earlier one or to the proceedings: `kind` 维持 驳回上诉 撤销 改判 发回重审
    准许撤回上诉 减刑 …; of a civil, administrative or enforcement decision a word of `rulings.KINDS`.
    """

    kind: str


class Amount(Place, frozen=True, kw_only=True):
    """An amount of money; `value` in yuan. `label` is the word before it that names it (共计, 合计, 罚金 …)."""

    value: Decimal
    text: str
    label: str | None


class Appeal(Place, frozen=True, kw_only=True):
    """The appeal notice. `days` period; `court` named; `copies` of the appeal; `final` = no appeal lies.

    `start_phrase` is the wording of when the period begins. `foreign_days` is the longer period that the notice
    gives a party abroad besides.
    """

    days: int | None
    court: str | None
    copies: int | None
    final: bool
    start_phrase: str | None
    court_place: Place | None = None
    foreign_days: int | None = None


class Review(Place, frozen=True, kw_only=True):
    """A remedy that is no appeal: `kind` 复议 or 异议, its period in days, the court it goes to."""

    kind: str
    days: int | None
    court: str | None


class LowerDecision(Place, frozen=True, kw_only=True):
    """A decision of a lower court as an appeal restates it; `text` the words of its result, where they are restated."""

    court: str | None
    case_number: str | None
    decided: date | None
    document_type: str | None
    results: tuple[Result, ...] = ()
    text: Place | None = None
