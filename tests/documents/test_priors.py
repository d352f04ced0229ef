"""Earlier convictions and sanctions."""

from __future__ import annotations

from datetime import date

from anjian.documents import read
from anjian.documents.model import Prior

HEAD = (
    "云州市临江区人民法院 刑事判决书 （2019）云0102刑初15号 公诉机关云州市临江区人民检察院。 "
    "被告人赵某，男，1970年1月2日生，汉族，无业。"
)
COURSE = (
    " 云州市临江区人民检察院以云临检刑诉（2019）7号起诉书指控被告人赵某犯盗窃罪，于2019年5月8日向本院提起公"
    "诉。本案现已审理终结。"
)


def priors(text: str) -> tuple[Prior, ...]:
    return read(HEAD + text + COURSE).priors


def test_a_conviction_with_its_release() -> None:
    (one,) = priors(
        "2002年2月4日因犯抢劫罪被云州市山南县人民法院判处有期徒刑四年，并处罚金人民币二千元，2005年10月14日刑满"
        "释放。因涉嫌犯盗窃罪于2019年3月1日被刑事拘留。"
    )
    assert (one.charge, one.court, one.decided) == ("抢劫罪", "云州市山南县人民法院", date(2002, 2, 4))
    assert one.penalty
    assert (one.penalty.kind, one.penalty.months) == ("有期徒刑", 48)
    assert (one.ended, one.ended_how) == (date(2005, 10, 14), "刑满释放")


def test_several_in_one_sentence() -> None:
    found = priors(
        "1996年2月4日因犯盗窃罪被判处有期徒刑十年，2001年1月11日刑满释放，2006年4月12日因犯职务侵占罪被本院判处"
        "有期徒刑三年，缓刑四年，因涉嫌犯盗窃罪于2019年7月1日被刑事拘留。"
    )
    assert [(p.charge, p.decided, p.ended) for p in found] == [
        ("盗窃罪", date(1996, 2, 4), date(2001, 1, 11)), ("职务侵占罪", date(2006, 4, 12), None),
    ]  # fmt: skip
    assert found[1].court == "云州市临江区人民法院"
    assert found[1].penalty
    assert found[1].penalty.probation_months == 48


def test_a_sanction_is_administrative() -> None:
    found = priors(
        "因吸毒于2015年1月被行政拘留。曾因殴打他人，于2013年6月25日被行政拘留十日，并处罚款五百元。"
        "因赌博，于2014年2月3日被劳动教养一年。"
    )
    assert [(p.kind, p.measure, p.days, p.charge) for p in found] == [
        ("administrative", "行政拘留", None, "吸毒"), ("administrative", "行政拘留", 10, "殴打他人"),
        ("administrative", "劳动教养", None, "赌博"),
    ]  # fmt: skip
    assert (found[0].decided, found[0].decided_text) == (None, "2015年1月")


def test_end_of_a_period_and_parole() -> None:
    a, b = priors(
        "因犯盗窃罪于2012年7月13日被判处有期徒刑三年，2013年12月26日假释，因犯赌博罪于2016年5月3日被判处拘役三"
        "个月，缓刑六个月，缓刑考验期至2016年11月13日止。"
    )
    assert (a.ended, a.ended_how) == (date(2013, 12, 26), "假释")
    assert (b.ended, b.ended_how) == (date(2016, 11, 13), "缓刑考验期满")


def test_this_case_is_no_prior() -> None:
    assert priors("因涉嫌犯盗窃罪于2019年3月1日被刑事拘留，同年4月1日被逮捕。") == ()
