"""Items of damages and their formulas."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from .anchors import anchors
from .model_civil import Damage
from .money import Sum, sums_between
from .rates import number

if TYPE_CHECKING:
    from .judgment import Judgment

_ITEM = re.compile(
    r"(?:(?:后续|后期|继续|二次|前期|住院|门诊|续)?(?:治疗|医疗|医药|诊疗|手术)费|医疗费用|抢救费|门诊费|检查费|住院费"
    r"|(?:处理|办理)?(?:丧葬|丧事|后事)?(?:事宜)?(?:人员|家属|的)*误工(?:费|损失)(?:损失)?|误工减少的收入"
    r"|(?:后续|后期|出院后|住院期间|院外)?护理(?:依赖)?费|陪护费|(?:住院)?(?:期间)?伙食(?:补助|补贴)?费|营养费"
    r"|(?:处理|办理)?(?:丧葬|丧事)?(?:事宜)?(?:的)?(?:交通|食宿|住宿)费|康复费|整容费|复印费|打印费|配镜费|生活(?:补助)?费"
    r"|(?:残疾|伤残|死亡)(?:赔偿|补偿)金|残疾(?:者)?生活(?:辅助器?具|补助)费|(?:残疾)?辅助器具费|残疾用具费"
    r"|被[扶抚]养人(?:的)?生活费|丧葬费|精神(?:损害)?(?:抚慰|赔偿|损失)(?:金|费)|精神损害抚慰金|精神损失费"
    r"|(?:司法|法医|伤残|车损|价格|车辆)?(?:鉴定|评估|公估)费|(?:车辆|(?:摩托|电动|自行|三轮)?车|财产|物品|衣物|手机)(?:损失|维修|修理)(?:费|款)?|车损|修车费|维修费"
    r"|(?:抢险)?(?:施救|拖车|清障|吊车)费|停车费|停运损失|营运损失|拆检费|拆解费|停尸费|尸检费|律师(?:代理)?费|用血互助金|器具费"
    r")(?:用)?"
)
_ANCHOR = re.compile(r"[费金]|损失|车损|车款|收入")
_LONGEST = 18
#: Some of these words stands in every item.
_WORDS = anchors(
    "治疗费", "医疗费", "医药费", "诊疗费", "手术费", "抢救费", "门诊费", "检查费", "住院费", "误工", "护理", "陪护费",
    "伙食", "营养费", "交通费", "食宿费", "住宿费", "康复费", "整容费", "复印费", "打印费", "配镜费", "生活费",
    "生活补助费", "赔偿金", "补偿金", "生活辅助", "残疾", "辅助器具费", "丧葬费", "精神", "鉴定费", "评估费", "公估费",
    "车损", "车维修", "车修理", "车辆损失", "车辆维修", "车辆修理", "财产损失", "财产维修", "财产修理", "物品损失",
    "物品维修", "物品修理", "衣物损失", "衣物维修", "衣物修理", "手机损失", "手机维修", "手机修理", "修车费", "维修费",
    "施救费", "拖车费", "清障费", "吊车费", "停车费", "停运损失", "营运损失", "拆检费", "拆解费", "停尸费", "尸检费",
    "律师费", "律师代理费", "用血互助金", "器具费",
)  # fmt: skip
#: Another item of a list that has begun, right behind the amount of the one before it.
_FURTHER = re.compile(
    r"(?:[，、；和及]|以及)+(?P<item>[一-鿿]{1,12}(?:费用?|金|款|损失))(?=[0-9]|为[0-9]|计[0-9]|：[0-9])"
)
_TOTAL = re.compile(
    r"(?:(?:以上|上述|前述|各项|损失|费用|赔偿款?|款项|经济|物质|各?项)*(?:金额|数额)?"
    r"(?:共计|合计|总计|总额|总共)|[，、]共(?!计))(?:损失|费用|赔偿|经济|金额|各项|款|为|是|：)*(?:人民币)?[¥￥]?"
)
_TOTAL_WORD = re.compile(r"共计|合计|总计|总额|总共|共")
_MONEY_LINK = r"(?:人民币)?[¥￥]?"
_DIRECT = re.compile(rf"(?:（[^（）]{{0,60}}）)?(?:为|计|：|是|按|即|计算为|酌定|酌情|支持|认定|确认)*{_MONEY_LINK}")
_RESULT = re.compile(rf"(?:为|计|即|认定|确认|核定|酌定|酌情|支持|保护|主张|数额|共|=|＝)(?:元)?{_MONEY_LINK}$")
_CORRECTED = re.compile(rf"(?:认定|确认|核定|酌定|支持|保护|调整)[^。；，0-9]{{0,8}}{_MONEY_LINK}$")
_PER_AFTER = re.compile(r"(?:/|／|每|(?:的)?标准|×|x|X|\*|÷|乘以|-|－|\+|＋)")
_UNITS = r"(?:万?元|天|日|个月|月|年|人次|人|%|岁|次|周|倍|餐)"
_FORMULA = re.compile(
    rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?{_UNITS}?(?:（[^（）]{{1,16}}）)?(?:[/／每]{_UNITS}){{0,2}}(?:（[^（）]{{1,16}}）)?"
    rf"[×xX*＊÷/＋+-]){{1,6}}[0-9][0-9,]*(?:\.[0-9]+)?{_UNITS}?(?:[/／每]{_UNITS}){{0,2}}"
)
_SIGN = re.compile("[×xX*＊÷/＋+-]")
_EQUALS = re.compile(rf"(?:[，=＝]|，?[即计为]|，?(?:共计|合计))?{_MONEY_LINK}")
_FACTOR = re.compile(
    r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>万|%)?(?P<rest>[^0-9×xX*＊÷＋+/-]*)(?P<sign>[×xX*＊÷＋+/-])?"
)
_NO_NUMBER = re.compile(rf"（[^（）]*）|[/／每]{_UNITS}+")
_DAILY = re.compile(
    r"(?P<rate>[0-9]+(?:\.[0-9]+)?)元[/／每](?:天|日|人天)[^。；元]{0,24}?(?P<days>[0-9]{1,4})[天日](?!起|至)"
    r"|(?P<days2>[0-9]{1,4})[天日][^。；元0-9]{0,12}?(?:每[天日]|按|按照)(?:每[天日])?(?P<rate2>[0-9]+(?:\.[0-9]+)?)元(?:[/／每][天日])?"
)
_LISTED = re.compile(r"(?:予以|应予|应)?(?:确认|支持|认定|保护|采信)?[，、；和及与]*")
_A_DAY = re.compile(r"[/／每][天日]")
_DAY_COUNT = re.compile(r"(?<![0-9月])[0-9]{1,4}(?=[天日])")
_FOREIGN = frozenset(("head", "parties", "course", "basis", "notice", "fees", "signature", "annex"))
#: What stands before an item in a list, and before one that opens its own passage.
_STARTS = re.compile(r"(?:[，、；：。（）①-⑳0-9.．及和与的为]|赔偿|支付|包括|其中|损失|认定|确认|确定|给付|偿付|项)$")
_OPENS = re.compile(r"(?:[。；]|^|[）①-⑳：]|[0-9一二三四五六七八九十][、.．])$")
_AMOUNT_NEXT = re.compile(r"(?:为|计|：)?(?:人民币)?[¥￥]?[0-9]")
#: A longer way than this from one item to the next is another list.
_GAP = 420
_PAUSE = re.compile("[；。]")


def read_damages(j: Judgment) -> tuple[Damage, ...]:
    """The items of damages that have an amount, with the total of each list, in order."""
    out: list[Damage] = []
    group = 0
    for cut in j.cuts if j.has(_WORDS) else ():
        spots = () if cut.name in _FOREIGN else j.spots(_WORDS, cut.start, cut.end)
        if not spots:
            continue
        for one in _lists(j, cut.start, cut.end, cut.name, spots):
            out += (_numbered(d, group) for d in one)
            group += 1
    return tuple(out)


def _numbered(d: Damage, group: int) -> Damage:
    return Damage(
        d.start,
        d.end,
        item=d.item,
        amount=d.amount,
        factors=d.factors,
        victim=d.victim,
        group=group,
        section=d.section,
        plain=d.plain,
    )


def _lists(j: Judgment, start: int, end: int, name: str, spots: Sequence[int]) -> Iterator[list[Damage]]:
    """The lists of one section: items up to a total, or up to a long gap."""
    sums = sums_between(j, start, end)
    if not sums:
        return
    current: list[Damage] = []
    done = last = start
    while m := _next_item(j.plain, done, end, spots, bool(current) and done == last):
        begin, finish = m.span("item") if "item" in m.re.groupindex else m.span()
        done = finish
        if current and begin - last > _GAP:
            yield current
            current = []
        listed = bool(current) and _LISTED.fullmatch(j.plain, last, begin) is not None
        found = _damage(j, (begin, finish), end, sums, spots, name, start, listed)
        if found is None:
            continue
        current.append(found[0])
        done = last = found[1]
        total = None if _FURTHER.match(j.plain, done, end) else _total(j.plain, done, end, sums, spots)
        if total:
            yield [*current, _sum_of(j, total, sums, name)]
            current = []
            done = total.end()
    if current:
        yield current


def _next_item(text: str, start: int, end: int, spots: Sequence[int], listed: bool) -> re.Match[str] | None:
    """The next item named; in a list also one that only the list tells to be an item."""
    further = _FURTHER.match(text, start, end) if listed else None
    if further:
        return further
    for m in _items(text, start, end, spots):
        starts = _STARTS.search(text, max(start - 4, m.start() - 4, 0), m.start())
        if starts or m.start() == start or _AMOUNT_NEXT.match(text, m.end()):
            return m
    return None


def _items(text: str, start: int, end: int, spots: Sequence[int]) -> Iterator[re.Match[str]]:
    """Every item named, looked for only round the words an item ends with; `spots` are those of `_WORDS`."""
    done = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() >= done:
            first, last = max(done, anchor.start() - _LONGEST), min(anchor.end() + 1, end)
            n = bisect_left(spots, first)
            m = _ITEM.search(text, first, last) if n < len(spots) and spots[n] < last else None
            if m:
                yield m
                done = m.end()


def _total(text: str, start: int, end: int, sums: list[Sum], spots: Sequence[int]) -> re.Match[str] | None:
    """The total that follows an item's amount before any other item."""
    nearest = next(_items(text, start, min(start + 160, end), spots), None)
    for m in _TOTAL.finditer(text, start, nearest.start() if nearest else min(start + 160, end)):
        if _at(sums, m.end()):
            return m
    return None


def _at(sums: list[Sum], start: int) -> Sum | None:
    """The sum that begins at a plain index."""
    i = bisect_left(sums, (start,))
    return sums[i] if i < len(sums) and sums[i].start == start else None


def _sum_of(j: Judgment, total: re.Match[str], sums: list[Sum], name: str) -> Damage:
    s = sums[bisect_left(sums, (total.end(),))]
    word = _TOTAL_WORD.search(total[0])
    at = total.start() + (word.start() if word else 0)
    return Damage(*j.span(at, s.end), item="合计", amount=s.value, section=name, plain=True)


def _damage(
    j: Judgment, item: tuple[int, int], end: int, sums: list[Sum], spots: Sequence[int], name: str, floor: int,
    listed: bool,
) -> tuple[Damage, int] | None:  # fmt: skip
    """The item with its amount, and where its words end; None where the text gives it none."""
    text = j.plain
    first = bisect_left(sums, (item[1],))
    ahead = sums[first : bisect_left(sums, (item[1] + _GAP,), lo=first)]
    chosen, formula = _right_behind(text, item[1], ahead)
    plain = chosen is not None
    if chosen:
        later = _corrected(text, chosen, ahead, spots)
        chosen, plain = later or chosen, later is None
    elif _OPENS.search(text, max(0, item[0] - 2), item[0]) and not text.startswith("、", item[1]):
        chosen = _worked_out(text, item[1], end, ahead, spots)
    elif listed:
        chosen = _within_list(text, item[1], end, ahead, spots)
    if chosen is None:
        return None
    formula = formula or _formula(text, item[1], chosen.start) or _behind(text, chosen)
    factors = _product(formula[0]) if formula else _daily(text, item[1], chosen.start)
    fact = Damage(
        *j.span(item[0], chosen.end),
        item=text[item[0] : item[1]],
        amount=chosen.value,
        factors=factors,
        victim=_victim(j, item[0], floor),
        section=name,
        plain=plain,
    )
    return fact, max(chosen.end, _bracket_end(text, chosen.end), formula.end() if formula else 0)


def _bracket_end(text: str, at: int) -> int:
    close = text.find("）", at, at + 80) if text.startswith("（", at) else -1
    return close + 1


def _right_behind(text: str, at: int, ahead: list[Sum]) -> tuple[Sum | None, re.Match[str] | None]:
    """The sum right behind an item, or behind the formula that stands there."""
    formula = _formula(text, at, at + 60)
    if formula and not _DIRECT.fullmatch(text, at, formula.start()) and text[at : formula.start()] not in ("（", "："):
        formula = None
    for s in ahead:
        if formula and s.start < formula.end():
            continue
        if formula:
            return (s, formula) if _EQUALS.fullmatch(text, formula.end(), s.start) else (None, None)
        direct = _DIRECT.fullmatch(text, at, s.start) and not _PER_AFTER.match(text, s.end)
        return (s, None) if direct else (None, None)
    return None, None


def _formula(text: str, start: int, end: int) -> re.Match[str] | None:
    return _FORMULA.search(text, start, end) if _SIGN.search(text, start, end) else None


def _corrected(text: str, first: Sum, ahead: list[Sum], spots: Sequence[int]) -> Sum | None:
    """A later sum of the same sentence to which the court corrects the first."""
    stop = _PAUSE.search(text, first.end)
    bound = stop.start() if stop else len(text)
    item = next(_items(text, first.end, bound, spots), None)
    bound = item.start() if item else bound
    later = [s for s in ahead if first.end <= s.start < bound]
    return next((s for s in later if _CORRECTED.search(text, first.end, s.start)), None)


def _worked_out(text: str, start: int, end: int, ahead: list[Sum], spots: Sequence[int]) -> Sum | None:
    """The result of an item's own passage: the last sum it comes to in the first sentence that has one."""
    begin = start
    for stop in _PAUSE.finditer(text, start, min(start + _GAP, end)):
        opens = _items(text, begin, stop.start(), spots) if begin > start else ()
        if any(_OPENS.search(text, m.start() - 2, m.start()) for m in opens):
            return None
        results = [s for s in ahead if begin <= s.start < stop.start() and _comes_to(text, s, begin)]
        if results:
            return results[-1]
        begin = stop.end()
    return None


def _within_list(text: str, start: int, end: int, ahead: list[Sum], spots: Sequence[int]) -> Sum | None:
    """The sum an item comes to in its own place of a list, before the next item and the next stop."""
    stop = _PAUSE.search(text, start, end)
    bound = stop.start() if stop else end
    item = next(_items(text, start, bound, spots), None)
    bound = item.start() if item else bound
    return next((s for s in ahead if s.start < bound and _comes_to(text, s, start)), None)


def _comes_to(text: str, s: Sum, begin: int) -> bool:
    if _PER_AFTER.match(text, s.end) or _TOTAL.search(text, max(begin, s.start - 6), s.start):
        return False
    return _RESULT.search(text, max(begin, s.start - 8), s.start) is not None


def _behind(text: str, chosen: Sum) -> re.Match[str] | None:
    """A formula in brackets behind the amount."""
    if not text.startswith("（", chosen.end):
        return None
    formula = _formula(text, chosen.end + 1, chosen.end + 60)
    return formula if formula and "）" not in text[chosen.end : formula.start()] else None


def _daily(text: str, start: int, end: int) -> tuple[Decimal, ...]:
    """The factors of 30元/天…20天, where the passage names one daily sum and one number of days only."""
    m = _DAILY.search(text, start, end)
    if m is None or len(_A_DAY.findall(text, start, end)) != 1 or len(set(_DAY_COUNT.findall(text, start, end))) > 1:
        return ()
    rate, days = number(m["rate"] or m["rate2"]), number(m["days"] or m["days2"])
    return (rate, days) if rate is not None and days is not None else ()


def _product(formula: str) -> tuple[Decimal, ...]:
    """The factors of a formula; none of one that adds or divides by nought."""
    values: list[Decimal] = []
    divide = False
    for m in _FACTOR.finditer(_NO_NUMBER.sub("", formula)):
        value = number(m["number"])
        sign = m["sign"] or ""
        if value is None or sign in ("＋", "+", "-") or (divide and not value):
            return ()
        value *= _SCALE.get(m["unit"] or "", Decimal(1))
        values.append(1 / value if divide else value)
        divide = sign in ("÷", "/")
    return tuple(values) if len(values) > 1 else ()


_SCALE = {"万": Decimal(10_000), "%": Decimal("0.01")}


def _victim(j: Judgment, at: int, floor: int) -> str | None:
    """The one person named last in the sentence before an item."""
    begin = max(floor, j.plain.rfind("。", floor, at) + 1, at - 60)
    before = j.plain[begin:at]
    found = [(before.rfind(p.name), p.name) for p in j.parties if p.name and p.kind == "person" and p.name in before]
    if not found:
        return None
    where, name = max(found)
    beside = before[max(0, where - 1) : where] + before[where + len(name) : where + len(name) + 1]
    return None if "、" in beside else name
