"""The first fact told as done on a day that comes after the decision."""

from __future__ import annotations

import re
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import DateFact

_SECTIONS = ("findings", "lower")
#: What makes the day behind it an end.
_END = re.compile(r"[至到止终前为是限—－~～-]$")
#: The day is an end or a term, or a stretch of time begins on it.
_TERM = re.compile(r"以?前|之前|[止至起到]|[-—－~～]|届满|到期|期满|以内|内[，。]|[为是](?:期限|到期)|）")
#: A day told in words of what is to come, is agreed, ordered, printed or calculated.
_TO_COME = re.compile(
    r"应|将|须|约定|承诺|保证|同意|可以|要求|请求|拟|预[计期定]|计[算至]|期[限间满]|到期|届满|有效|截[止至]|刑|分期|定于|计划|如果|若|逾期"
    r"|最[迟晚]|开始|起算|后果|满[0-9一二三四五六七八九十]|尚未|未到"
)
#: Acts that are over once they are told of.
_DONE = re.compile(
    r"签[订定署字]|支付(?!义务|期|方式|日)|付清|付款[0-9]|发生(?!法律效力)|住院|入院|出院|死亡|作出|登记(?!机关|日)|认定|出具|寄送|邮寄|送达|转[账帐款]"
    r"|汇款|交付|收到|收取|提起|提出|申请|立案|受理|通知|确认|解除|归还|偿还|返还|还款|借[款到走得]|购买|出售|出生|结婚|离婚|诊断|鉴定|治疗|拘留|逮捕"
    r"|抓获|投案|报[案警]|盗窃|撞|殴打|查获|扣押|[一-龥]了"
)


def late_fact(judgment: Judgment, decided: date) -> DateFact | None:
    """A whole date of the findings, later than the decision, on which an act is told as done; None when none is."""
    for day in judgment.dates:
        if day.value is None or day.value <= decided or day.style == "relative":
            continue
        start, end = judgment.plain_span(day)
        if judgment.section_at(start) in _SECTIONS and _done(judgment.plain, start, end):
            return day
    return None


def _done(text: str, start: int, end: int) -> bool:
    """Whether the sentence round a day tells an act as done on it, and nothing that is to come."""
    before, clause = text[max(start - 40, 0) : start], text[end : end + 60]
    for stop in "。；":
        before, clause = before.rpartition(stop)[2], clause.partition(stop)[0]
    if _TERM.match(clause) or _END.search(before) or _TO_COME.search(before):
        return False
    act = _DONE.search(clause)
    return act is not None and not _TO_COME.search(clause, 0, act.end() + 4)
