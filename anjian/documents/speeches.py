"""The speeches of the parties: the part before the reasoning, cut at the verbs that open them (诉称, 辩称 …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from .anchors import anchors

if TYPE_CHECKING:
    from .judgment import Judgment

IS = r"(?:为|是|如下|有)?(?:[：:，,]|(?=[1一①]|（[1一]）))"
_SPEECH = re.compile(
    r"(?P<answer>反诉(?:被告|人)?[^，。；]{0,40}(?:辩称|答辩)|辩称|答辩(?:称|认为|如下|：|，|意见)|述称|陈述称"
    r"|陈述意见|(?:提交|提出|发表)(?:了)?(?:书面)?意见(?:称|认为|如下|：|，)|答辩人认为"
    r"|未(?:作|提交|提出|进行|向本院提交)?(?:书面)?答辩|(?:服从|同意)(?:原审|一审|原)判决|拒不到庭|未到庭(?!参加)"
    r"|未出庭|视为放弃答辩|提出(?:管辖权?|管辖权的)异议|对管辖权提出异议)"
    r"|(?P<change>(?:变更|更改|明确|修改|调整)(?:了)?(?:其|上述|部分"
    r"|第[^，。；：]{1,9}项)?(?:的)?(?:诉讼)?请求(?:第[^，。；：]{1,9}项)?"
    r"(?:事项|数额|金额)?(?:变更|明确)?(?:为|如下|是)[：:，,]?"
    r"|将(?:其|原)?(?:第[^，。；：]{1,9}项)?(?:诉讼)?请求(?:第[^，。；：]{1,9}项)?[^，。；：]{0,12}?(?:变更|更改|明确"
    r"|修改|调整)为[：:，,]?)"
    r"|(?P<add>(?:增加|追加)(?:了)?(?:如下|以下|一项)?诉讼请求(?:为|如下|是)?[：:，,])"
    rf"|(?P<counter>反诉(?:诉讼)?请求{IS}|反诉(?:诉)?称|提[出起](?:如下|以下)?反诉(?:请求)?(?:{IS}|称|，?(?:请求"
    rf"|要求))|反诉(?=请求|要求))"
    rf"|(?P<retrial>(?:申请)?再审(?:诉讼)?请求{IS}|申请再审(?:称|提出|认为|，(?=请求|要求)|(?=请求))|再审(?:诉)?称"
    rf"|申诉(?:称|请求))"
    rf"|(?P<appeal>上诉请求(?:{IS}|(?=撤销|依法|改判|二审|本院|请求|判令|发回))|上诉(?:称|提出|认为|要求|至本院|诉称)"
    r"|提[起出]上诉(?:称|认为|[，,](?=[^。；]{0,12}(?:请求|要求|称)))|提起上诉。(?=[^。；]{0,20}(?:请求|要求)))"
    r"|(?P<first>(?:起诉|诉讼|仲裁)请求(?:(?:为|是|如下|有)[：:，,]?|[：:]|(?=[1一①]|（[1一]）))|"
    rf"(?:提出|提起)(?:如下|以下|下列)(?:诉讼)?请求{IS}?|(?<![投申上控反])诉称|起诉(?:来院)?(?:至本院|到本院"
    rf"|至法院)?(?:称|认为|，?(?=请求|要求))"
    r"|诉至(?:本院|法院|我院|一审法院|原审法院)(?:称|，?(?=请求|要求))|诉讼称|诉请(?=[：:，,]|判令|本院|依法|人民法院"
    r"|法院|要求|1|一、)|(?:诉讼|行政诉讼|起诉)[，,](?=[^，。；]{0,8}(?:请求|要求)))"
    rf"|(?P<apply>(?:(?<!再审)(?<!被)申请人|异议人|案外人|赔偿请求人"
    rf"|申请执行人)(?:(?!再审)[^，。；：（）]){{0,30}}?(?:(?<!简)称|提出(?:如下)?(?:异议|申请|请求){IS}?|请求{IS}"
    r"|申请称|向本院申请(?=[^，。；]{0,3}(?:撤销|确认|宣告|认定|追加|变更)))|申请(?:复议|确认|撤销|赔偿)?称|复议称"
    r"|保全(?:申请|请求)?，(?=请求|要求|称)|申请事项[：:]|(?:赔偿|异议|复议"
    r"|申请)请求[：:])"
    r"|(?P<ask>(?:请求|要求)[：:](?=1|一、|①|（[1一]）))"
    r"|(?P<court>(?:经|本院|一审法院|原审法院|原审|一审|二审|再审|另|再|又|法院|庭审)(?:[^，。；]{0,14}?)查明"
    r"|(?:一审|原审|二审)(?:法院|判决)?(?:认定|认为|判决)|本院(?:经审[理查])?(?:认定|确认|认为)|事实如下"
    r"|(?:上述|以上)事实|围绕诉讼请求|(?:为证明|为支持)[^，。；]{0,20}(?:主张|请求|事实)|(?:提交|提供|出示"
    r"|举示)(?:了)?(?:以下|如下|下列)?[^，。；]{0,6}证据"
    r"|判决如下|裁定如下|判决[：:]|裁定[：:])"
    r"|(?P<bare>(?<=。)[^，。；：“”]{2,24}(?<![诉辩述答审请讼议见申人关])称(?=[，：]))"
)
#: The first two characters of every match of `_SPEECH` but those of `_OPENS_FINDING` and of a bare 称.
_OPENINGS = frozenset((
    "反诉", "辩称", "答辩", "述称", "陈述", "提交", "提出", "提起", "提供", "发表", "未作", "未提", "未进", "未向",
    "未书", "未答", "未到", "未出", "服从", "同意", "拒不", "视为", "对管", "变更", "更改", "明确", "修改", "调整",
    "将其", "将原", "将第", "将诉", "将请", "增加", "追加", "申请", "申诉", "再审", "上诉", "上述", "起诉", "诉讼",
    "诉称", "诉至", "诉请", "仲裁", "行政", "异议", "案外", "赔偿", "复议", "保全", "请求", "要求", "本院", "一审",
    "原审", "二审", "法院", "庭审", "事实", "以上", "围绕", "为证", "为支", "出示", "举示", "判决", "裁定",
))  # fmt: skip
_FIRST = "".join(sorted({words[0] for words in _OPENINGS}))
_SECOND = "".join(sorted({words[1] for words in _OPENINGS}))
_OPENING = re.compile(f"[{_FIRST}](?=[{_SECOND}])")
#: What may open a speech before 查明 with any character behind it.
_FOUND_OUT, _OPENS_FINDING, _FINDING_REACH = anchors("查明"), re.compile("[经另再又]"), 15
_SAYS, _SPEAKER_REACH = anchors("称，", "称："), 25
_TO_PROVE = re.compile(r"(?:支持|证明|证实|证据|围绕)[^，。；：]{0,8}$")
_TELLS = re.compile(r"称|诉|认为|请求|主张|陈述")
_ABOUT_CLAIMS = re.compile(
    r"(?:对|驳回|支持|同意|反对|认可|针对|关于|就)(?:其|原告|上诉人|本诉|反诉)?[^，。；：]{0,20}的?$"
)
_SPEAKER_WINDOW = 160


class Speech(Struct, frozen=True):
    """One speech in plain indexes: `kind` a group of `_SPEECH`, `start` of its sentence, `verb` where its verb is."""

    kind: str
    start: int
    verb: int
    body: int
    end: int


def speeches(j: Judgment) -> list[Speech]:
    """Every speech in order; one of a defendant that begins in an answer is no speech of its own."""
    text = j.plain
    reasoning = j.cut("reasoning") or j.cut("disposition")
    end = reasoning.start if reasoning else len(text)
    course = j.cut("course")
    found: list[tuple[re.Match[str], int]] = []
    before: re.Match[str] | None = None
    for m in _verbs(j, course.start if course else 0, end):
        begin = sentence(text, m.start())
        if not _opens(j, m, begin):
            continue
        if not (before and before["answer"] and m["first"] and begin <= before.start()):
            found.append((m, begin))
        before = m
    out = []
    for i, (m, begin) in enumerate(found, 1):
        following, stop = (found[i][0].start(), found[i][1]) if i < len(found) else (end, end)
        kind = m.lastgroup or ""
        if _TO_PROVE.search(text[max(m.start() - 16, 0) : m.start()]):
            kind = "court"
        elif kind == "bare":
            kind = _side(j, m) or ""
        out.append(Speech(kind, begin, m.start(), m.end(), stop if stop > m.end() else following))
    return out


def _verbs(j: Judgment, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of `_SPEECH` in a plain stretch, looked for only where one may begin."""
    text = j.plain
    spots = [m.start() for m in _OPENING.finditer(text, start, end)]
    begins = {at for at in spots if text[at : at + 2] in _OPENINGS}
    for at in j.spots(_FOUND_OUT, start, end):
        begins.update(m.start() for m in _OPENS_FINDING.finditer(text, max(start, at - _FINDING_REACH), at))
    for at in j.spots(_SAYS, start, end):
        begins.add(max(start, text.rfind("。", max(start - 1, at - _SPEAKER_REACH, 0), at) + 1))
    done = start
    for begin in sorted(begins):
        m = _SPEECH.match(text, begin, end) if begin >= done else None
        if m:
            yield m
            done = m.end()


def _side(j: Judgment, m: re.Match[str]) -> str | None:
    """Who speaks with 称 alone in a case reopened by the court itself: the plaintiff asks, anybody else answers."""
    if j.instance != "retrial" or any(p.role.startswith(("再审申请", "申请再审", "申诉", "上诉")) for p in j.parties):
        return None
    speaker = next((p for p in j.parties if any(n in m[0] for n in (p.name, *p.aliases) if n)), None)
    if speaker is None:
        return None
    return "first" if speaker.role.endswith("原告") else "answer"


def _opens(j: Judgment, m: re.Match[str], begin: int) -> bool:
    """Whether the verb opens a speech: near the start of its sentence, not quoted, not about another's claims."""
    if m["bare"]:
        return _side(j, m) is not None
    before = j.plain[begin : m.start()]
    if before.count("“") > before.count("”") or len(before) > _SPEAKER_WINDOW:
        return False
    if m["court"]:
        part = j.cut("claims")
        if part and part.start <= m.start() < part.end and "审理查明" not in m[0]:
            return False
        return len(before) <= 12 or not _TELLS.search(before)
    return m[0][-1] in "称：:" or not _ABOUT_CLAIMS.search(before[-26:])


def sentence(text: str, at: int) -> int:
    """Where the sentence that holds a plain index begins; 0 where none does in the 400 characters before it."""
    floor, start = max(at - 400, 0), 0
    for stop in "。！？；":
        start = max(start, text.rfind(stop, max(floor, start), at) + 1)
    return start
