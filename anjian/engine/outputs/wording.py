"""The words people read, in both languages, and the order things are shown in."""

from __future__ import annotations

from typing import Literal

from anjian.scenarios.base import Certainty, Severity, Words

Lang = Literal["zh", "en"]

CERTAINTY: dict[Certainty, Words] = {
    "certain": Words("确定", "Certain"),
    "likely": Words("很可能", "Likely"),
    "hint": Words("提示", "Hint"),
}
SEVERITY: dict[Severity, Words] = {
    "major": Words("重要", "Major"),
    "minor": Words("一般", "Minor"),
    "format": Words("格式", "Format"),
}
STATUS = {
    "preview": Words(
        "试行（准确率尚未核实，须用代码或名称点名才运行）", "preview: precision not yet proved, run only when named"
    ),
    "indicator": Words(
        "指标（只作归类，本身不是疑点，须用代码或名称点名才运行）",
        "indicator: classifies, no defect by itself, run only when named",
    ),
    "stable": Words("正式", "stable"),
    "deprecated": Words("将停用", "deprecated"),
    "removed": Words("已停用", "removed"),
}
KINDS_OF_CASE = {
    "criminal": Words("刑事", "criminal"),
    "civil": Words("民事", "civil"),
    "administrative": Words("行政", "administrative"),
    "enforcement": Words("执行", "enforcement"),
    "compensation": Words("国家赔偿", "state compensation"),
}
INSTANCES = {
    "first": Words("一审", "first instance"),
    "second": Words("二审", "second instance"),
    "retrial": Words("再审", "retrial"),
    "special": Words("特别程序", "special procedure"),
    "commutation": Words("减刑、假释", "commutation and parole"),
}
SUBJECTS = {
    "any": Words("全部文书", "any document"),
    **KINDS_OF_CASE,
    **{
        f"{kind}-{instance}": Words(k.zh + i.zh, f"{k.en}, {i.en}")
        for kind, k in KINDS_OF_CASE.items()
        for instance, i in INSTANCES.items()
    },
}
NOT_A_VERDICT = Words(
    "疑点是请您看一眼的理由，不是结论；是否成立由人核定。",
    "A finding is a reason to look, not a verdict; a person decides whether it holds.",
)


def say(words: Words, lang: Lang) -> str:
    """The words in a language."""
    return words.zh if lang == "zh" else words.en
