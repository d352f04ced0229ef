"""The report: safe, self-contained, complete, and true to the text."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from anjian.documents import read
from anjian.engine.choose import choose
from anjian.engine.inputs import Document, Unreadable
from anjian.engine.outputs import html as report
from anjian.engine.outputs.html.paragraphs import paragraphs
from anjian.engine.run import Checked, Plan, Tally, run
from anjian.scenarios.base import Finding, Words

GONE = Unreadable("<b>gone</b>.txt", None, "文件不存在", "the file does not exist", "请检查", "check")


def page(*items: Document | Unreadable) -> Any:
    return html.fromstring(source(*items).decode("utf-8"))


def pick(node: Any, selector: str) -> list[Any]:
    """The elements below a node, for selectors like `article .text`, `#d1f1`, `a[href]`."""
    path = "."
    for step in selector.split():
        tag, kind, name = re.fullmatch(r"(\w*)([.#\[]?)([\w-]*)\]?", step).groups()  # type: ignore[union-attr]
        tests = {
            ".": f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')",
            "#": f"@id='{name}'",
            "[": f"@{name}",
            "": "true()",
        }
        path += f"//{tag or '*'}[{tests[kind]}]"
    return list(node.xpath(path))


def source(*items: Document | Unreadable) -> bytes:
    stream, tally, chosen = io.BytesIO(), Tally(), choose()
    output = report.Html(stream, chosen, "zh")
    for item in run(items, Plan(chosen), lambda r, e, d: None):
        tally.add(item)
        if isinstance(item, Checked):
            output.document(item)
        else:
            output.unreadable(item)
    output.finish(tally)
    output.close()
    return stream.getvalue()


@pytest.mark.usefixtures("planted_scenarios")
def test_ordinary_use(judgment_text: str) -> None:
    got = page(Document("a.txt", judgment_text, "a.txt"), Document("good", "没有", "b.txt"), GONE)
    (article,) = pick(got, "article")
    assert pick(article, "h2")[0].text_content() == "（2018）云0199刑初21号"
    assert [m.text_content() for m in pick(article, ".mark")] == ["甲错", "乙错", "丙错"]
    assert [f.get("data-code") for f in pick(article, ".finding")] == ["DOC901", "PEN901", "PEN902"]
    for finding in pick(article, ".finding"):
        (target,) = pick(finding, ".go a")
        (anchor,) = pick(got, target.get("href"))
        mark = anchor.getnext()
        assert finding.get("id") in mark.get("data-findings").split()
        assert mark.get("href") == f"#{finding.get('id')}"
        assert pick(got, f"#{mark.get('aria-describedby')}")
    text = got.text_content()
    for words in (
        "检查文书",
        "疑点是请您看一眼的理由",
        "a reason to look, not a verdict",
        "<b>gone</b>.txt：文件不存在",
    ):
        assert words in text
    assert [t.text for t in pick(got, "svg text.zh")] == ["刑罚", "文书"]
    assert len(pick(got, "svg rect")) == 3


HOSTILE = "甲错<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;<!--cut-->]]></article>乙错"


@pytest.mark.usefixtures("planted_scenarios")
def test_hostile_text_and_names_stay_text() -> None:
    got = page(Document(HOSTILE, HOSTILE, HOSTILE))
    assert len(pick(got, "script")) == 1
    assert pick(got, "img") == pick(got, "b") == []
    (article,) = pick(got, "article")
    assert "".join(pick(article, ".text")[0].text_content().split("\n")) == HOSTILE
    assert pick(article, "h2")[0].text_content() == HOSTILE
    assert HOSTILE.lower() in article.get("data-search")


@pytest.mark.usefixtures("planted_scenarios")
def test_it_asks_nothing_of_any_host_and_runs_only_its_own_script(judgment_text: str) -> None:
    data = source(Document("a", judgment_text, "a.txt")).decode()
    assert re.findall(r"(?:src|href)=\"(?!#|data:,)", data) == []
    assert "url(" not in data
    assert "@import" not in data
    assert "http://" not in data
    assert "https://" not in data
    assert re.search(r"default-src 'none'.*script-src 'sha256-[A-Za-z0-9+/=]{44}'", data)


@pytest.mark.usefixtures("planted_scenarios")
def test_every_id_is_unique_and_every_link_leads_somewhere(judgment_text: str) -> None:
    same = Document("a", f"{judgment_text}甲错甲错", "a.jsonl", 1)
    got = page(same, same, Document("c", "乙错", "c.txt"))
    ids = [e.get("id") for e in pick(got, "[id]")]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in pick(got, "a[href]")} <= set(ids)


@pytest.mark.usefixtures("planted_scenarios")
def test_many_documents_are_listed_without_their_texts(monkeypatch: pytest.MonkeyPatch, judgment_text: str) -> None:
    monkeypatch.setattr(report, "TEXTS", 2)
    got = page(*(Document(str(i), judgment_text, "a.jsonl", i) for i in range(4)))
    assert len(pick(got, "article")) == 4
    assert len(pick(got, "article .text")) == 2
    bare = pick(got, "article.bare")[0]
    assert "甲错" in pick(bare, "blockquote mark")[0].text_content()
    assert "超过 2 份" in pick(got, ".limit")[0].text_content()


@pytest.mark.usefixtures("planted_scenarios")
def test_scenario_pages_are_included_without_their_html() -> None:
    (details,) = pick(page(Document("a", "甲错", "a.txt")), "details")
    assert "<b>不是标签</b>" in details.text_content()
    assert pick(details, "b") == []


@pytest.mark.usefixtures("planted_scenarios")
def test_unreadable_ones_are_bounded_but_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "KEPT_UNREADABLE", 2)
    got = page(*[GONE] * 5)
    assert len(pick(got, "section.unreadable")[0].findall(".//li")) == 2
    assert "其余 3 份未列出" in got.text_content()


def finding(text: str, start: int, end: int) -> Finding:
    return Finding(
        scenario="DOC901",
        name="n",
        title=Words("题", "t"),
        family="form",
        certainty="hint",
        severity="minor",
        message=Words("说", "m"),
        quote=text[start:end],
        start=start,
        end=end,
        expected=None,
        found=None,
        basis=(),
        case_number=None,
        court=None,
        decision_date=None,
    )


def shown(text: str, findings: Sequence[Finding]) -> tuple[str, dict[int, str], list[int]]:
    """The text of all segments, the words marked for each finding, and the findings that open somewhere."""
    segments = [s for p in paragraphs(read(text), findings) for s in p.segments]
    words = {n: "".join(s.text for s in segments if n in s.findings) for n in range(len(findings))}
    return "".join(s.text for s in segments), words, sorted(n for s in segments for n in s.opens)


ENDS = str.maketrans("", "", "\r\n")


@given(
    st.text("某。 　\n\r𠮷本院认为判决如下：", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=6),
)
def test_marks_are_exact_whatever_overlaps(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(a, len(text)), min(a + n, len(text))) for a, n in places]
    findings = [finding(text, a, b) for a, b in spans]
    whole, words, opened = shown(text, findings)
    assert whole == text.translate(ENDS)
    for n, f in enumerate(findings):
        assert words[n] == f.quote.translate(ENDS)
        assert opened.count(n) == 1 or not words[n]


@pytest.mark.parametrize("text", ["甲错" * 2000, "甲错\n" * 20000])
def test_many_findings_in_one_document_take_seconds_at_most(text: str) -> None:
    findings = [finding(text, m.start(), m.end()) for m in re.finditer("甲错", text)]
    began = time.process_time()
    assert len(paragraphs(read(text), findings)) in (1, 20000)
    assert time.process_time() - began < 5


def test_flattened_texts_get_their_paragraphs_back() -> None:
    text = (
        "清溪县人民法院 刑事判决书 （2018）云0199刑初21号 公诉机关清溪县人民检察院。 被告人甲小满，男。 现已审理终结。 "
        "经审理查明，某日，甲小满窃得手机一部。 本院认为，其行为已构成盗窃罪。"
        "依照《中华人民共和国刑法》第二百六十四条之规定，判决如下： "
        "被告人甲小满犯盗窃罪，判处拘役三个月。 审判员 丙立秋 二〇一八年五月四日 书记员 丁小寒"
    )
    lines = [("".join(s.text for s in p.segments).strip(), p.kind) for p in paragraphs(read(text), [])]
    assert lines[:3] == [("清溪县人民法院", "centre"), ("刑事判决书", "centre"), ("（2018）云0199刑初21号", "right")]
    assert ("被告人甲小满，男。", "indent") in lines
    assert [line for line, kind in lines[-3:]] == ["审判员 丙立秋", "二〇一八年五月四日", "书记员 丁小寒"]
    assert {kind for _, kind in lines[-3:]} == {"right"}
