"""One document's bytes to text: every kind of file, every encoding, every refusal."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from anjian.documents.formats import (
    MAX_CHARACTERS,
    RefusedError,
    decode,
    encoding_of,
    is_binary,
    refusal,
    text_of,
    word,
)

SIMPLIFIED = "临江市人民法院民事判决书\n原告何某与被告陆某买卖合同纠纷一案，本院依法审理，现已审结。\n"
TRADITIONAL = "臨江市人民法院民事判決書\n原告何某與被告陸某買賣合同糾紛一案，本院依法審理，現已審結。\n"
WORD_XML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def reason(data: bytes, suffix: str = "") -> refusal.Reason:
    with pytest.raises(RefusedError) as caught:
        text_of(data, suffix)
    return caught.value.reason


def outcome(data: bytes, suffix: str) -> str | refusal.Reason:
    """The text or the reason; any other exception is a failure of the test."""
    try:
        return text_of(data, suffix)
    except RefusedError as error:
        return error.reason


def body(xml: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD_XML}"><w:body>{xml}</w:body></w:document>'.encode()


def package(document_xml: bytes, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, document_xml)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*contents: bytes, trailer: bytes = b"") -> bytes:
    """A PDF with one page for each content stream, in Helvetica; offsets in its table are right."""
    count = len(contents)
    pages = [4 + 2 * i for i in range(count)]
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for page, content in zip(pages, contents, strict=True):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (page + 1)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    return numbered(objects, trailer)


def numbered(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """The objects as a PDF file, with its cross-reference table."""
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    tail = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(out))
    return out + head + table + tail


def shown(*lines: str) -> bytes:
    """A content stream that shows ASCII lines."""
    return b"BT /F 12 Tf 14 TL 50 800 Td " + b" T* ".join(b"(%s) Tj" % line.encode() for line in lines) + b" ET"


def chinese_pdf(text: str) -> bytes:
    """A one-page PDF with a CID font whose ToUnicode map gives the code points themselves."""
    codes = text.encode("utf-16-be")
    bounds = b"1 begincodespacerange <0000> <FFFF> endcodespacerange"
    # a range of a map may not cross the last byte
    rows = b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in sorted(set(codes[::2])))
    count = len(set(codes[::2]))
    cmap = b"begincmap\n%s\n%d beginbfrange\n%s\nendbfrange\nendcmap" % (bounds, count, rows)
    content = b"BT /F 12 Tf 50 800 Td <%s> Tj ET" % codes.hex().encode()
    return numbered(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
        ]
    )


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gbk", "gb18030"])
    def test_simplified(self, encoding: str) -> None:
        assert decode(SIMPLIFIED.encode(encoding)) == SIMPLIFIED

    @pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "cp950"])
    def test_traditional(self, encoding: str) -> None:
        assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL

    def test_utf16_needs_its_mark_in_either_order(self) -> None:
        assert decode(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be")) == SIMPLIFIED
        assert decode(b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le")) == SIMPLIFIED

    def test_gbk_that_passes_for_utf8(self) -> None:
        data = "一".encode("gbk") + b" "
        assert decode("年".encode("gbk") + data) == "年一 "
        assert encoding_of("café".encode()) == "utf-8"

    def test_one_bad_byte_costs_one_character(self) -> None:
        for encoding in ("utf-8", "gb18030"):
            data = (SIMPLIFIED * 3).encode(encoding)
            assert decode(data + b"\xff").rstrip("\ufffd") == SIMPLIFIED * 3

    @given(st.binary(max_size=300))
    def test_any_bytes_give_text_that_can_be_written(self, data: bytes) -> None:
        decode(data).encode("utf-8")
        is_binary(data)

    @given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=200))
    def test_any_chinese_after_a_common_sentence_survives(self, text: str) -> None:
        for encoding in ("utf-8", "gb18030"):
            assert decode((SIMPLIFIED + text).encode(encoding)) == SIMPLIFIED + text

    def test_binary(self) -> None:
        assert is_binary(bytes(range(256)) * 4)
        assert is_binary(b"\x7fELF" + b"\0" * 20)
        assert not is_binary(SIMPLIFIED.encode("utf-16"))
        assert not is_binary(TRADITIONAL.encode("big5"))


class TestText:
    def test_kept_as_given(self) -> None:
        assert text_of(SIMPLIFIED.replace("\n", "\r\n").encode(), ".txt") == SIMPLIFIED.replace("\n", "\r\n")

    @pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u3000\n".encode()])
    def test_empty(self, data: bytes) -> None:
        assert reason(data, ".txt") is refusal.EMPTY

    def test_too_long(self) -> None:
        assert reason(b"a" * (MAX_CHARACTERS + 1), ".txt") is refusal.TOO_LONG
        assert len(text_of(b"a" * MAX_CHARACTERS, ".txt")) == MAX_CHARACTERS

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"\0\1\2\3" * 9, refusal.BINARY),
            (b"\x89PNG\r\n\x1a\n" + b"\0" * 9, refusal.NOT_A_DOCUMENT),
            (b"{\\rtf1 text}", refusal.OLD_WORD),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, refusal.OLD_WORD),
        ],
    )
    def test_not_text_whatever_the_name(self, data: bytes, expected: refusal.Reason) -> None:
        for suffix in (".txt", ".doc", ".docx", ".wps", ""):
            if suffix != ".docx" or expected is not refusal.BINARY:
                assert reason(data, suffix) is expected

    def test_encrypted_word_is_told_from_old_word(self) -> None:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le")
        assert reason(data, ".docx") is refusal.ENCRYPTED

    def test_html_saved_as_doc_is_read(self) -> None:
        assert text_of(b"<html><body><p>A</p><p>B</p></body></html>", ".doc") == "A\nB"

    def test_every_reason_speaks_both_languages(self) -> None:
        reasons = [value for value in vars(refusal).values() if isinstance(value, refusal.Reason)]
        assert len(reasons) > 10
        for each in reasons:
            assert all([each.zh, each.en, each.remedy_zh, each.remedy_en])
            assert each.en.isascii()
            assert not each.zh.isascii()


class TestWord:
    def test_paragraphs_and_tables_in_order(self) -> None:
        document = WordDocument()
        document.sections[0].header.paragraphs[0].text = "页眉"
        document.add_paragraph("首段")
        table = document.add_table(rows=2, cols=2)
        for row, names in zip(table.rows, [("姓名", "金额"), ("何某", "一百元")], strict=True):
            for cell, name in zip(row.cells, names, strict=True):
                cell.text = name
        document.add_paragraph("末段")
        out = io.BytesIO()
        document.save(out)
        assert text_of(out.getvalue(), ".docx") == "首段\n姓名\t金额\n何某\t一百元\n末段\n"

    def test_breaks_tabs_and_split_runs(self) -> None:
        xml = "<w:p><w:r><w:t>被告</w:t></w:r><w:r><w:t>人</w:t><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
        assert text_of(package(body(xml))) == "被告人\t甲\n乙\n"

    def test_deleted_and_moved_text_is_left_out(self) -> None:
        deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        moved = "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
        xml = f"<w:p>{deleted}{moved}<w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
        assert text_of(package(body(xml))) == "新\n"

    def test_tab_stops_are_no_text(self) -> None:
        xml = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        assert text_of(package(body(xml))) == "甲\n"

    def test_text_box_once_after_its_paragraph(self) -> None:
        box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
        both = f"<AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent>"
        xml = f"<w:p><w:r><w:t>前</w:t></w:r><w:r>{both}</w:r><w:r><w:t>后</w:t></w:r></w:p>"
        assert text_of(package(body(xml + paragraph("次")))) == "前后\n框内\n次\n"

    def test_truncated(self) -> None:
        whole = package(body(paragraph("甲" * 500)))
        for length in (30, len(whole) // 2, len(whole) - 10):
            assert reason(whole[:length], ".docx") is refusal.CORRUPT_DOCX

    def test_broken_xml(self) -> None:
        assert reason(package(b"<w:document><w:body>")) is refusal.CORRUPT_DOCX
        assert reason(package(b"x"), ".docx") is refusal.CORRUPT_DOCX

    def test_damaged_contents_fail_the_checksum(self) -> None:
        whole = bytearray(package(body(paragraph("甲乙丙丁" * 500))))
        at = whole.index(b"word/document.xml") + 60
        whole[at] ^= 0xFF
        assert reason(bytes(whole), ".docx") is refusal.CORRUPT_DOCX

    def test_other_archives(self) -> None:
        assert reason(package(b"<x/>", "xl/workbook.xml")) is refusal.NOT_A_DOCUMENT
        assert reason(package(b"<x/>", "xl/workbook.xml"), ".docx") is refusal.CORRUPT_DOCX

    def test_zip_bomb_by_ratio(self) -> None:
        bomb = package(body(" " * (word._SMALL + 1)))
        assert len(bomb) < 100_000
        assert reason(bomb) is refusal.BOMB

    def test_zip_bomb_by_size(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(word, "MAX_XML_BYTES", 1_000)
        assert reason(package(body(paragraph("甲" * 1_000)))) is refusal.BOMB

    def test_zip_bomb_by_members(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(word, "MAX_MEMBERS", 1)
        assert reason(package(body(paragraph("甲")))) is refusal.BOMB

    def test_declared_size_is_a_cap_on_what_is_read(self) -> None:
        data = bytearray(package(body(paragraph("甲") * 50_000)))
        entry = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
        data[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
        assert reason(bytes(data)) is refusal.CORRUPT_DOCX

    def test_entity_bomb(self) -> None:
        dtd = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
        assert reason(package(body(paragraph("&b;&c;"), dtd))) is refusal.ENTITIES

    def test_too_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(word, "MAX_CHARACTERS", 100)
        assert reason(package(body(paragraph("甲" * 60) * 3))) is refusal.TOO_LONG

    @given(st.data())
    def test_no_damage_escapes(self, data: st.DataObject) -> None:
        whole = bytearray(package(body(paragraph("甲乙"))))
        for _ in range(data.draw(st.integers(1, 6))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        assert outcome(bytes(whole), ".docx")


class TestPdf:
    def test_lines_and_pages(self) -> None:
        assert text_of(pdf(shown("one", "two"), shown("three"))) == "one\ntwo\nthree"

    def test_chinese(self) -> None:
        text = "临江市人民法院（2031）临0101民初7号"
        assert text_of(chinese_pdf(text)) == text

    def test_scan(self) -> None:
        assert reason(pdf(b"q Q")) is refusal.SCANNED
        assert reason(pdf(shown("cover"), b"", b"")) is refusal.SCANNED

    def test_one_page_without_text_is_no_scan(self) -> None:
        assert text_of(pdf(shown("one"), shown("two"), b"q Q")).startswith("one\ntwo")

    def test_encrypted(self) -> None:
        key = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"11" * 32, b"22" * 32)
        assert reason(pdf(shown("secret"), trailer=key)) is refusal.ENCRYPTED

    def test_damaged(self) -> None:
        assert reason(b"%PDF-1.4\n%%EOF") is refusal.CORRUPT_PDF
        assert reason(b"not a pdf at all", ".pdf") is refusal.CORRUPT_PDF
        assert reason(pdf(shown("one"))[:80]) is refusal.CORRUPT_PDF

    def test_too_many_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("anjian.documents.formats.pdf.MAX_PAGES", 2)
        assert reason(pdf(*[shown("one")] * 3)) is refusal.TOO_MANY_PAGES

    def test_a_page_that_expands(self) -> None:
        content = zlib.compress(b"BT /F 12 Tf " + b"(a) Tj " * 300_000 + b"ET")
        page = pdf(b"").replace(
            b"<</Length 0>>stream\n", b"<</Filter/FlateDecode/Length %d>>stream\n%s" % (len(content), content)
        )
        assert len(page) < 10_000
        assert reason(page) is refusal.BOMB

    def test_text_without_a_character_map(self) -> None:
        private = "\ue000\ue001\ue002\ue003"
        assert reason(chinese_pdf(private)) is refusal.GARBLED_PDF

    @given(st.data())
    def test_no_damage_escapes(self, data: st.DataObject) -> None:
        whole = bytearray(pdf(shown("one")))
        for _ in range(data.draw(st.integers(1, 6))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        assert outcome(bytes(whole), ".pdf")


class TestHtml:
    def test_blocks_scripts_and_entities(self) -> None:
        page = """<!DOCTYPE html><html><head><title>题</title><style>p{}</style></head><body>
        <h1>判决书</h1><p>原告<b>何</b>某&nbsp;&lt;甲&gt;<br>第二行</p><script>var a = '<p>x</p>';</script>
        <table><tr><td>姓名</td><td>金额</td></tr><tr><td>陆某</td><td>十元</td></tr></table></body></html>"""
        expected = "判决书\n原告何某\xa0<甲>\n第二行\n姓名 金额\n陆某 十元"
        assert text_of(page.encode(), ".html") == expected

    def test_line_ends_of_the_source_do_not_part_chinese(self) -> None:
        assert text_of("<p>被告\n   人甲  one\ntwo</p>".encode(), ".html") == "被告人甲 one two"

    @pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "gbk"), ("big5", "big5"), ("utf-8", "utf-8")])
    def test_own_charset(self, declared: str, encoding: str) -> None:
        page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>貿易</p>'
        assert text_of(page.encode(encoding), ".htm") == "貿易"

    @pytest.mark.parametrize("declared", ["gb2312", "no-such-name", "base64", "utf-16"])
    def test_a_charset_that_lies_is_not_believed(self, declared: str) -> None:
        assert text_of(f'<meta charset="{declared}"><p>{SIMPLIFIED}</p>'.encode(), ".html") == SIMPLIFIED.replace(
            "\n", ""
        )

    def test_xml_head_and_entities_of_its_own(self) -> None:
        page = '<?xml version="1.0" encoding="gbk"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>甲&a;乙</p>'
        text = text_of(page.encode("gbk"), ".html")
        assert "root:" not in text
        assert "甲" in text

    def test_deep_nesting_loses_nothing(self) -> None:
        page = "<div>" * 5_000 + "深处" + "</div>" * 5_000 + "<p>尾</p>"
        assert text_of(page.encode(), ".html") == "深处\n尾"

    def test_nothing_to_show(self) -> None:
        assert reason(b"<html><script>x()</script></html>", ".html") is refusal.EMPTY

    @given(st.text("<>/!-&;= abcps甲\"'\n?", max_size=80))
    def test_any_markup(self, page: str) -> None:
        found = outcome(page.encode(), ".html")
        assert found is refusal.EMPTY or isinstance(found, str)
