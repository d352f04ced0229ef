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
    "stable": Words("正式", "stable"),
    "deprecated": Words("将停用", "deprecated"),
    "removed": Words("已停用", "removed"),
}
SUBJECTS = {
    "any": Words("全部文书", "any document"),
    "criminal": Words("刑事", "criminal"),
    "criminal-first": Words("刑事一审", "criminal, first instance"),
    "criminal-second": Words("刑事二审", "criminal, second instance"),
    "criminal-retrial": Words("刑事再审", "criminal, retrial"),
    "criminal-commutation": Words("减刑、假释", "commutation and parole"),
}
NOT_A_VERDICT = Words(
    "疑点是请您看一眼的理由，不是结论；是否成立由人核定。",
    "A finding is a reason to look, not a verdict; a person decides whether it holds.",
)


def say(words: Words, lang: Lang) -> str:
    """The words in a language."""
    return words.zh if lang == "zh" else words.en
