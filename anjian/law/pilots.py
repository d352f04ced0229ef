"""Where and when the pilot of the reform of civil procedure (民事诉讼程序繁简分流改革试点) held.

In its courts one judge might try an ordinary case and an appeal, and a simple case might be served by announcement.
"""

from __future__ import annotations

import re
from datetime import date

from anjian.law.courts import province_of_court
from anjian.law.dated import day, in_force, read_table

_CITY = re.compile(r"([\u4e00-\u9fff]{2,6}?[市州盟])[\u4e00-\u9fff]{0,14}?(?:区|中级)人民法院$")
_PROVINCE = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}?自治区)")


def may_be_pilot(court: str, on: date) -> bool:
    """Whether a court may have been one of the pilot on that day; True where its name does not tell the city."""
    rows = [r for r in read_table("pilots") if in_force(day(r["since"]), day(r["until"]), on)]
    if not rows:
        return False
    if any(r["area"].removesuffix("市") in court for r in rows):
        return True
    province = province_of_court(court)
    if province and all(r["province"] != province for r in rows):
        return False
    return _CITY.search(_PROVINCE.sub("", court)) is None
