"""Build the reference pages of the scenarios from their docstrings and literate cases.

`python -m tools.docs` writes docs/scenarios/; `--check` fails when a page is out of date. Either fails on a
dangling reference: a scenario code that does not exist, or a basis that the dated law does not know.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from anjian.law.editions import TEXTS_END, exists
from anjian.law.titles import known
from anjian.scenarios.base import FAMILIES
from anjian.scenarios.literate import KINDS, LiterateCase, read_cases
from anjian.scenarios.registry import Registered, find, scenarios

FOLDER = Path(__file__).parents[1] / "docs" / "scenarios"
CERTAINTY = {"certain": "确定", "likely": "很可能", "hint": "提示"}
SEVERITY = {"major": "重大", "minor": "一般", "format": "格式"}
KIND = {english: chinese for chinese, english in KINDS.items()}
#: Grounds of a scenario that are named but whose text is not at hand, so that no article of theirs can be checked.
WITHOUT_TEXT = frozenset(
    {
        "GB 11643 公民身份号码",
        "人民法院裁判文书样式",
        "关于人民法院案件案号的若干规定",
        "历法",
        "最高人民法院关于人民法院在互联网公布裁判文书的规定",
        "最高人民法院关于人民法院审理借贷案件的若干意见",
        "法发〔2021〕21号量刑指导意见",
    }
)
_CODE = re.compile(r"\b(?:PEN|LAW|PRO|EVI|CIV|DOC|PUB|LNK)[0-9]{3}\b")


def dangling() -> list[str]:
    """What a page refers to that does not exist."""
    wrong = []
    for code, registered in scenarios().items():
        for other in _CODE.findall(registered.page):
            if find(other) is None:
                wrong.append(f"{code}: 页面提到的 {other} 不存在 · the page names {other}, which does not exist")
        for basis in registered.scenario.basis:
            day = basis.since or TEXTS_END
            if basis.law in WITHOUT_TEXT:
                continue
            if not known(basis.law):
                wrong.append(f"{code}: 名称库中没有 {basis.law} · no statute of that title")
            elif basis.article and exists(basis.law, basis.article, day, basis.paragraph, basis.item) is False:
                wrong.append(f"{code}: {basis} 不存在 · no such provision on {day}")
    return wrong


def index() -> str:
    """The table of all scenarios."""
    out = ["# 场景目录 · Scenarios", "", "由 `make docs` 从各场景文件生成，请勿手改。 Generated; do not edit.", ""]
    out += ["| 代号 code | 名称 name | 疑点 title | 最高确定度 | 严重程度 | 状态 |", "|---|---|---|---|---|---|"]
    for code, r in scenarios().items():
        s = r.scenario
        link = f"[{code}]({s.family}.md#{code.lower()})"
        level = f"{CERTAINTY[s.certainty]} {s.certainty}"
        out.append(
            f"| {link} | {s.name} | {s.title.zh} · {s.title.en} | {level} "
            f"| {SEVERITY[s.severity]} {s.severity} | {s.status} {s.since} |"
        )
    return "\n".join(out) + "\n"


def family_page(family: str) -> str:
    """All scenarios of one family: page, basis and cases."""
    zh, en = FAMILIES[family]
    out = [f"# {zh} · {en}", "", "由 `make docs` 从各场景文件生成，请勿手改。 Generated; do not edit.", ""]
    for registered in scenarios().values():
        if registered.scenario.family == family:
            out += _entry(registered)
    return "\n".join(out).rstrip() + "\n"


def _entry(registered: Registered) -> list[str]:
    s = registered.scenario
    page = re.sub(r"^## ", "#### ", registered.page.strip(), flags=re.M)
    out = [f'<a id="{s.code.lower()}"></a>', "", f"## {s.code} {s.name} · {s.title.zh}", ""]
    out += [
        f"{CERTAINTY[s.certainty]} {s.certainty} · {SEVERITY[s.severity]} {s.severity} · {s.status} since {s.since}"
    ]
    out += ["", page, "", "条文 · provisions: " + "；".join(map(str, s.basis)), "", "### 用例 · cases", ""]
    for case in read_cases(registered.cases):
        out += _case(case)
    return out


def _case(case: LiterateCase) -> list[str]:
    out = [f"**{KIND[case.kind]} · {case.kind}** {case.title}", "", case.prose, ""]
    for text in case.texts:
        out += ["```text", text, "```", ""]
    for finding in case.findings:
        out += [f"→ {CERTAINTY[finding.certainty]}：`{finding.quote}`　……{finding.words}……", ""]
    return out


def pages() -> dict[Path, str]:
    """Every generated page by path."""
    out = {FOLDER / "README.md": index()}
    for family in FAMILIES:
        out[FOLDER / f"{family}.md"] = family_page(family)
    return out


def main() -> int:
    """Write or check the pages; 1 when a reference dangles or, with --check, a page is out of date."""
    wrong = dangling()
    for line in wrong:
        print(line, file=sys.stderr)
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.name} 已过时，请运行 make docs · out of date, run make docs", file=sys.stderr)
        return 1 if wrong or stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
