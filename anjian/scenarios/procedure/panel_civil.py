"""How the signatures of a civil, administrative, enforcement or compensation decision fail to make a lawful panel."""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Course, Member, Place
from anjian.law.limits import limit_on
from anjian.scenarios.base import Certainty, decided_on

from .civil import EDITION_2012, document_type, field

#: Place, Chinese, English, expected, found, certainty.
Problem = tuple[Place, str, str, str, str, Certainty]
LAY = ("人民陪审员", "陪审员")
_PRESIDING = ("审判长", "代理审判长", "院长", "副院长", "庭长", "副庭长")
_TYPES = ("判决书", "裁定书", "决定书")
#: Enforcement officers sign beside the judges, or preside; who of them belongs to the panel is not told.
_OFFICERS = ("执行长", "执行员", "执行法官")


def problems(judgment: Judgment) -> Iterator[Problem]:
    """Every way in which the signatures contradict the stated form or the law."""
    if document_type(judgment) not in _TYPES:
        return
    members = judgment.members
    lay = [m for m in members if m.role in LAY]
    found = [
        *(_single(judgment) if len(members) == 1 else _several(judgment)),
        *_presiding(judgment),
        *_lay(judgment, lay),
    ]
    if found and not _officers_sign(judgment):
        yield from found


def _sure(judgment: Judgment) -> Certainty:
    return "certain" if document_type(judgment) == "判决书" else "likely"


def _officers_sign(judgment: Judgment) -> bool:
    first = judgment.plain_span(judgment.members[0])[0]
    return any(word in judgment.plain[max(first - 40, 0) : first + 200] for word in _OFFICERS)


def _single(judgment: Judgment) -> Iterator[Problem]:
    course, member = judgment.course, judgment.members[0]
    if course is None or course.panel_place is None or (course.converted and not _converted_to_panel(course)):
        return
    if course.panel_form == "合议庭":
        zh = "文书写组成合议庭，落款却只有一人署名。"
        yield (
            course.panel_place,
            zh,
            "A panel is stated, but one judge signed.",
            "三人以上署名",
            "一人署名",
            _sure(judgment),
        )
    elif member.role == "审判长":
        zh = "独任审判没有审判长，落款却署审判长。"
        yield member, zh, "A single judge signs as presiding judge.", "审判员", "审判长", "likely"


def _converted_to_panel(course: Course) -> bool:
    """Whether the panel is named behind the ordinary procedure to which the case was converted."""
    panel, procedure = course.panel_place, course.procedure_place
    if panel is None or procedure is None or panel.start < procedure.start:
        return False
    return course.procedure == "普通" and course.panel_form == "合议庭"


def _several(judgment: Judgment) -> Iterator[Problem]:
    course, signed = judgment.course, len(judgment.members)
    if course and not course.converted and course.panel_place and course.panel_form == "独任":
        zh = f"文书写独任审判，落款却有{signed}人署名。"
        en = f"A single judge is stated, but {signed} signed."
        yield course.panel_place, zh, en, "一人署名", f"{signed}人署名", _sure(judgment)
    elif course and not course.converted and course.procedure_place and course.procedure in ("简易", "小额诉讼"):
        zh = f"{course.procedure}程序由审判员一人独任审理，落款却有{signed}人署名。"
        en = f"Summary procedure is for one judge, but {signed} signed."
        certainty: Certainty = "likely" if course.panel_place else _sure(judgment)
        yield course.procedure_place, zh, en, "一人署名", f"{signed}人署名", certainty
    if signed % 2 == 0:
        zh = f"落款署名{signed}人，合议庭人数应当是单数。"
        yield judgment.members[-1], zh, "The panel signed in even number.", "单数", f"{signed}人", _sure(judgment)


def _presiding(judgment: Judgment) -> Iterator[Problem]:
    members = judgment.members
    presiding = [m for m in members if m.role in ("审判长", "代理审判长")]
    if len(presiding) > 1:
        zh = f"合议庭只有一名审判长，落款有{len(presiding)}人署审判长。"
        en = f"A panel has one presiding judge; {len(presiding)} sign as such."
        yield presiding[1], zh, en, "审判长一人", f"审判长{len(presiding)}人", _sure(judgment)
    nobody = not any(m.role in _PRESIDING for m in members)
    if len(members) > 1 and nobody and field(judgment) != "赔偿":
        zh = "合议庭应当有审判长，落款没有人署审判长。"
        en = "A panel without a presiding judge among the signatures."
        yield members[0], zh, en, "审判长", members[0].role, "likely"


def _lay(judgment: Judgment, lay: list[Member]) -> Iterator[Problem]:
    on = decided_on(judgment)
    if not lay or on is None:
        return
    if len(lay) == len(judgment.members):
        yield (
            lay[0],
            "落款署名的都是人民陪审员，没有法官。",
            "Only lay judges signed.",
            "有法官",
            "全部为人民陪审员",
            _sure(judgment),
        )
        return
    yield from _out_of_place(judgment, lay)
    signed = len(judgment.members)
    if signed % 2 and signed not in (3, 7) and limit_on("七人合议庭法官", on):
        zh = f"有人民陪审员的合议庭应当是三人或者七人，落款署名{signed}人。"
        yield (
            lay[0],
            zh,
            "A panel with lay judges has three or seven members.",
            "三人或者七人",
            f"{signed}人",
            _sure(judgment),
        )


def _out_of_place(judgment: Judgment, lay: list[Member]) -> Iterator[Problem]:
    """Lay judges at second instance and in special procedures."""
    on, kind = decided_on(judgment), field(judgment)
    if judgment.instance == "second" and kind in ("民事", "行政"):
        certainty: Certainty = "certain" if kind == "民事" else "likely"
        zh = f"第二审{kind}案件由审判员组成合议庭，落款却有人民陪审员。"
        yield lay[0], zh, "A lay judge signed a decision at second instance.", "审判员", lay[0].role, certainty
    code = judgment.case_number.type_code if judgment.case_number else ""
    arbitration = "仲裁" in judgment.part("course", "head", "parties", "claims")
    if code in ("民特", "民督", "民催") and not arbitration and on and on >= EDITION_2012:
        zh = "特别程序、督促程序、公示催告程序没有人民陪审员参加，落款却有人民陪审员。"
        yield lay[0], zh, "Lay judges take no part in special procedures.", "审判员", lay[0].role, "likely"
