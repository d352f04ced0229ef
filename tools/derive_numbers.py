"""Derive `renumbered.csv`: the number that one use of a procedural law had in each edition.

    PYTHONPATH=. python tools/derive_numbers.py ../shared/laws [--out anjian/law/data]

Two editions at hand are aligned by wording. The civil procedure law of 2012 (numbered alike in 2017) is not at
hand; its numbers come from one interpretation whose texts of 2020 and 2022 cite it before and after the change, and
between two articles that moved alike every article moved alike. What only citations attest stands in
`numbers_attested.csv`.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path

from law_texts import CHECKED
from shapes import ARTICLE, HAN, body, number

from anjian.documents.numerals import whole

HEADER = ["law", "use", "article", "since", "until", "source", "checked_on"]
CIVIL = "民事诉讼法"
INTERPRETATION = "最高人民法院关于适用民事诉讼法的解释"
FOLDER = "诉讼与非诉讼程序法/民事诉讼法"
INTERPRETED = "司法解释/最高人民法院关于适用《民事诉讼法》的解释"
#: Use → its article in the edition in force since 2024-01-01.
CIVIL_USES = {
    "举证责任": 67, "管辖异议": 130, "调解不成及时判决": 145, "按撤诉处理": 146, "缺席判决": 147, "撤诉": 148,
    "终结诉讼": 154, "裁定范围": 157, "简易程序范围": 160, "二审不开庭": 176, "二审裁判": 177, "二审裁定": 178,
    "撤回上诉": 180, "再审事由": 211, "再审审查": 215, "再审中止执行": 217, "再审审理": 218, "检察监督": 219,
    "抗诉后再审": 222, "支付令受理": 226, "承受执行": 243, "执行异议": 236,
    "案外人异议": 238, "执行和解": 241, "查询划拨": 253, "扣留提取": 254, "查封拍卖": 255, "迟延履行利息": 264,
    "强制迁出": 261, "中止执行": 267, "终结执行": 268, "涉外委托代理": 275, "涉外答辩": 285,
}  # fmt: skip
#: Use → its article in the interpretation in force since 2022-04-10.
INTERPRETATION_USES = {"二审瑕疵纠正": 332, "准许撤回上诉": 335, "再审审查结果": 393, "终结本次执行": 517}
#: The text of 2020 has as many articles as the first one, 552, so that no number moved before 2022.
INTERPRETATION_DAY = "2015-02-04"
#: No article of the law moved by more places at one change; a larger step is another citation.
MOST_PLACES = 10
#: Articles of one law whose number and use no other edition shares.
SINGLE = [
    ("行政诉讼法", "缺席判决", "58"), ("行政诉讼法", "按撤诉处理", "58"), ("行政诉讼法", "撤诉", "62"),
    ("行政诉讼法", "驳回诉讼请求", "69"), ("行政诉讼法", "行政行为合法的判决", "69"),
    ("行政诉讼法", "撤销行政行为", "70"), ("行政诉讼法", "二审裁判", "89"), ("行政诉讼法", "再审事由", "91"),
]  # fmt: skip
CITED = re.compile(f"第([{HAN}]+)条")


def articles(path: Path) -> dict[str, str]:
    """Article → its wording, of one text."""
    out: dict[str, str] = {}
    current = ""
    for line in body(path.read_text("utf-8")):
        head = ARTICLE.match(line)
        if head:
            current = number(*head.groups())
            out[current] = line[head.end() :]
        elif current and not line.startswith("#"):
            out[current] += line
    return out


def grams(text: str) -> set[str]:
    text = CITED.sub("条", text)
    return {text[i : i + 3] for i in range(len(text) - 2)}


def aligned(old: dict[str, str], new: dict[str, str]) -> dict[int, int]:
    """New number → old number of every article whose wording stayed at least seven parts in ten."""
    pieces = {k: grams(v) for k, v in old.items()}
    out: dict[int, int] = {}
    for key, text in new.items():
        mine = grams(text)
        score, best = max((len(mine & g) / max(1, len(mine | g)), k) for k, g in pieces.items())
        if score >= 0.7:
            out[int(key)] = int(best)
    return out


def moved(old: dict[str, str], new: dict[str, str]) -> dict[int, int]:
    """Number in the law after its change → number before, as the two texts of an interpretation cite it."""
    votes: dict[int, Counter[int]] = {}
    for key, before in aligned(old, new).items():
        first = [whole(n) or 0 for n in CITED.findall(old[str(before)])]
        second = [whole(n) or 0 for n in CITED.findall(new[str(key)])]
        for x, y in zip(first, second, strict=False) if len(first) == len(second) else ():
            if 0 < y - x <= MOST_PLACES:
                votes.setdefault(y, Counter())[x] += 1
    return {y: counted.most_common(1)[0][0] for y, counted in votes.items() if len(counted) == 1}


def before_change(article: int, known: dict[int, int]) -> int | None:
    """The earlier number of an article: as cited, or by the step that both its cited neighbours share."""
    if article in known:
        return known[article]
    below = max((y for y in known if y < article), default=None)
    above = min((y for y in known if y > article), default=None)
    if below is None or above is None or below - known[below] != above - known[above]:
        return None
    return article - (below - known[below])


def civil_rows(laws: Path) -> list[list[str]]:
    law21, law23 = (articles(laws / f"{FOLDER}({d}).md") for d in ("2021-12-24", "2023-09-01"))
    int20, int22 = (articles(laws / f"{INTERPRETED}({d}).md") for d in ("2020-12-29", "2022-04-01"))
    to21, to20 = aligned(law21, law23), aligned(int20, int22)
    known = moved(int20, int22)
    rows = []
    for use, now in CIVIL_USES.items():
        middle = to21[now]
        old = before_change(middle, known)
        if old:
            how = "引用该条处" if middle in known else "引用的前后各条移动相同，居其间者同"
            rows.append([CIVIL, use, str(old), "2013-01-01", "2022-01-01", f"民诉法解释（2020、2022）{how}"])
        if middle == now:
            rows.append([CIVIL, use, str(now), "2022-01-01", "", f"民事诉讼法（2021、2023）第{now}条"])
        else:
            rows.append([CIVIL, use, str(middle), "2022-01-01", "2024-01-01", f"民事诉讼法（2021）第{middle}条"])
            rows.append([CIVIL, use, str(now), "2024-01-01", "", f"民事诉讼法（2023）第{now}条"])
    for use, now in INTERPRETATION_USES.items():
        before = f"民诉法解释（2020）第{to20[now]}条；2015年文本同为552条"
        rows.append([INTERPRETATION, use, str(to20[now]), INTERPRETATION_DAY, "2022-04-10", before])
        rows.append([INTERPRETATION, use, str(now), "2022-04-10", "", f"民诉法解释（2022）第{now}条"])
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("laws", type=Path)
    parser.add_argument("--out", type=Path, default=Path("anjian/law/data"))
    args = parser.parse_args()
    with Path(__file__).with_name("numbers_attested.csv").open(encoding="utf-8") as f:
        rows = [[row[k] for k in HEADER[:-1]] for row in csv.DictReader(f)]
    rows += civil_rows(args.laws)
    rows += [[law, use, a, "2017-07-01", "", f"行政诉讼法（2017）第{a}条"] for law, use, a in SINGLE]
    with (args.out / "renumbered.csv").open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(HEADER)
        out.writerows([*row, CHECKED] for row in rows)


if __name__ == "__main__":
    main()
