"""The report in a real browser: reading, filtering, languages, keyboard, no network, no errors."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from anjian.engine.choose import choose
from anjian.engine.inputs import Document, Unreadable
from anjian.engine.outputs.html import Html
from anjian.engine.run import Checked, Plan, Tally, run

pytestmark = pytest.mark.browser

CHROMIUM = os.environ.get("ANJIAN_CHROMIUM", "/usr/bin/chromium")
GONE = Unreadable("丢失.txt", None, "文件不存在", "the file does not exist", "请检查", "check")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def report(planted_scenarios: object, judgment_text: str, tmp_path: Path) -> Path:
    """A report on three documents; the second is in another court's number, with an astral character first."""
    other = judgment_text.replace("（2018）云0199刑初21号", "（2019）云0188刑初7号").replace("丙错", "")
    items = [
        Document("a.txt", judgment_text, "a.txt"),
        Document("b.txt", f"𠮷\n{other}", "b.txt"),
        Document("c.txt", "甲错<script>document.title='bad'</script>", "c.txt"),
        GONE,
    ]
    stream, tally, chosen = io.BytesIO(), Tally(), choose()
    output = Html(stream, chosen, "zh")
    for item in run(items, Plan(chosen), lambda r, e, d: None):
        tally.add(item)
        if isinstance(item, Checked):
            output.document(item)
        else:
            output.unreadable(item)
    output.finish(tally)
    path = tmp_path / "report.html"
    path.write_bytes(stream.getvalue())
    output.close()
    return path


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    """The report opened; at the end no error was logged and nothing was fetched."""
    page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: troubles.append(request.url) if request.url != report.as_uri() else None)
    page.goto(report.as_uri())
    yield page
    assert troubles == []
    page.close()


def test_it_opens_in_chinese_and_says_what_a_finding_is(page: Page) -> None:
    expect(page.get_by_role("heading", name="案鉴 · 文书检查报告")).to_be_visible()
    expect(page.get_by_text("疑点是请您看一眼的理由，不是结论")).to_be_visible()
    expect(page.get_by_text("A finding is a reason to look")).to_be_hidden()
    expect(page.locator("#shown")).to_have_text("显示 3 份文书的 6 个疑点")
    expect(page.get_by_text("丢失.txt：文件不存在；请检查。")).to_be_visible()
    assert page.title() == "案鉴 · 文书检查报告"


def test_a_finding_leads_to_its_words_and_back(page: Page) -> None:
    page.locator("#d2f2 .go a").click()
    mark = page.locator("#d2 .mark.current")
    expect(mark).to_have_text("乙错")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    expect(page.locator("#d2f2")).to_have_class("finding likely current")
    page.locator("#d1 .mark", has_text="丙错").click()
    expect(page.locator("#d1f3")).to_be_focused()
    expect(page.locator(".finding.current")).to_have_count(1)


def test_the_words_marked_are_the_quote(page: Page) -> None:
    assert page.locator("#d2 .mark").all_text_contents() == ["甲错", "乙错"]


def test_filters_count_and_say_so(page: Page) -> None:
    page.get_by_role("checkbox", name="确定").uncheck()
    expect(page.locator("#shown")).to_have_text("显示 2 份文书的 3 个疑点")
    expect(page.locator("#d3")).to_be_hidden()
    expect(page.locator("#d1 .mark").first).to_have_class("mark certain off")
    page.get_by_role("checkbox", name="PEN901").uncheck()
    expect(page.locator("#shown")).to_have_text("显示 1 份文书的 1 个疑点")
    assert page.get_by_role("checkbox", name="刑罚").evaluate("box => box.indeterminate")
    page.get_by_role("checkbox", name="刑罚").uncheck()
    expect(page.get_by_text("没有符合筛选条件的疑点。")).to_be_visible()
    page.get_by_role("button", name="全部显示").click()
    expect(page.locator("#shown")).to_have_text("显示 3 份文书的 6 个疑点")


@pytest.mark.parametrize("words", ["0188", "(2019)云0188", "（2019） 云0188", "B.TXT"])
def test_search_by_case_number_whatever_the_brackets(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    expect(page.locator(".document:visible")).to_have_count(1)
    expect(page.locator("#d2")).to_be_visible()
    expect(page.locator(".contents li:visible")).to_have_count(1)


def test_english(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Anjian · Report on documents")).to_be_visible()
    expect(page.get_by_text("Here is 甲错.").first).to_be_visible()
    expect(page.get_by_text("此处有甲错。").first).to_be_hidden()
    expect(page.locator("#shown")).to_have_text("Showing 6 findings in 3 documents")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("svg text.en").first).to_be_visible()


def test_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#d1 .mark").first).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#d1f1")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#d1f1 .code")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#s-DOC901")).to_have_attribute("open", "")


def test_a_mark_tells_a_screen_reader_what_it_is(page: Page) -> None:
    tree = page.locator("#d1 .text").aria_snapshot()
    assert 'link "1甲错"' in tree.replace("1 甲错", "1甲错"), tree
    described = page.locator("#d1 .mark").first.get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_contain_text("出现“甲错”")


def test_it_can_be_read_without_scripts(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.locator("#d1 .mark").first).to_be_visible()
    page.locator("#d2f2 .go a").click()
    assert page.url.endswith("#d2m2")
    page.locator("#d2 .mark", has_text="乙错").click()
    assert page.url.endswith("#d2f2")
    context.close()


def test_print_leaves_the_controls_out(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".side")).to_be_hidden()
    expect(page.locator(".languages")).to_be_hidden()
    expect(page.locator("#d1 .text")).to_be_visible()
    expect(page.locator("#d1f1 .message")).to_be_visible()


@pytest.mark.parametrize("width", [400, 900, 1400])
def test_no_width_makes_the_page_scroll_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
