"""When the facts of a case lie, as far as the years and days named in a document tell."""

from __future__ import annotations

import re
from datetime import date

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.numerals import whole
from anjian.scenarios.base import Certainty

#: Where facts are told: what the parties say counts too, for it may be the fact that decides.
_TOLD = ("charge", "claims", "defence", "answer", "lower", "findings", "evidence", "reasoning")
_HAN = "〇零一二三四五六七八九"
_DAY = re.compile(
    rf"(?<![0-9{_HAN}])(?P<y>(?:19|20)[0-9]{{2}}|[一二][九〇零][{_HAN}]{{2}})"
    r"(?:年(?:(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?)?"
    r"|(?=[.\-/－][0-9]))"
)
#: So many dated facts, all after a day, leave no room for an earlier one untold.
_ENOUGH = 3
#: A year inside 《》 or （…年修正） is that of a law, not of a fact.
_LAW = re.compile(r"《[^》]{0,80}》(?:（[^）]{1,20}）)?")


def _days(text: str) -> list[date]:
    """The first day of every year, month or day named."""
    found = []
    for m in _DAY.finditer(_LAW.sub("", text)):
        try:
            found.append(date(whole(m["y"]) or 1, whole(m["m"] or "1") or 1, whole(m["d"] or "1") or 1))
        except ValueError:
            continue
    return found


def facts_from(judgment: Judgment, day: date) -> int:
    """How many dated facts lie on or after DAY; 0 when anything told, or the case itself, lies before it."""
    told = _days(judgment.part(*_TOLD))
    if any(d < day for d in [*told, *_days(judgment.part("course"))]):
        return 0
    return len(told)


@once
def acts_from(judgment: Judgment) -> date | None:
    """The first day of a crime or, where no day of one is read, of the earliest month or year told; None for none."""
    days = [d.value for d in judgment.offence_days if d.value]
    return min(days or _days(judgment.part(*_TOLD, "course")), default=None)


def sure_after(judgment: Judgment, day: date) -> Certainty | None:
    """How sure it is that the facts of a case lie after a repeal on DAY; None where the old text may govern them."""
    dated = facts_from(judgment, day)
    return None if not dated else "certain" if dated >= _ENOUGH else "likely"
