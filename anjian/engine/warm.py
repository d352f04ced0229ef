"""Load what every check needs: imported once by the process that others are forked from, so that they share it.

It must not load Arrow or DuckDB, whose threads do not outlive a fork.
"""

from __future__ import annotations

import contextlib
import gc

from anjian.cases.reading import brief_of
from anjian.scenarios.registry import scenarios

from .check import examine

_CRIMINAL = (
    "某县人民法院\n刑事判决书\n（2023）浙0528刑初1号\n被告人甲某犯盗窃罪，判处有期徒刑一年。\n二〇二三年一月一日\n"
)
_CIVIL = (
    "某县人民法院\n民事判决书\n（2023）浙0528民初1号\n原告甲某。被告乙某。判决如下：\n一、驳回。\n二〇二三年一月一日\n"
)

for _text in (_CRIMINAL, _CIVIL):
    with contextlib.suppress(Exception):
        brief_of(examine(_text, "", tuple(scenarios().values()), lambda registered, error: None)[0], "")

# What is loaded by now stays: not looking at it again keeps its memory shared.
gc.collect()
gc.freeze()
# Facts hold no cycles: the collector, which would look at those of all documents examined together, may come seldom.
gc.set_threshold(50_000, 20, 20)
