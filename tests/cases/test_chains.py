"""Which documents are one case, and which are not."""

from __future__ import annotations

from anjian.cases.chains import Chain, Node, link, same_court
from tests.cases import made

LATER = "（2019）云01刑终88号"


def only(*texts: str) -> Chain:
    (chain,) = link(made.briefs(*texts))
    return chain


def shape(node: Node) -> tuple[object, ...]:
    return (node.kind, node.brief.document, *(shape(child) for child in node.children))


def test_first_instance_appeal_remand_and_what_follows() -> None:
    last = made.second(LATER, made.AGAIN, "2019年10月8日", "二〇一九年十二月二日", remands=False)
    chain = only(last, made.again(), made.second(), made.first())
    (tree,) = chain.trees()
    assert shape(tree) == (None, "d", ("上诉", "c", ("重审", "b", ("上诉", "a"))))
    assert not chain.misfits
    assert not chain.misnumbered


def test_a_new_hearing_is_found_without_numbers() -> None:
    told = "被告人李甲上诉后，云山市中级人民法院裁定撤销原判，发回重审。"
    chain = only(made.first(), made.second(), made.first(made.AGAIN, "二〇一九年十月八日", told=told))
    assert [(k.upper.document, k.lower.document, k.kind) for k in chain.links] == [
        ("b", "a", "上诉"),
        ("c", "b", "重审"),
    ]
    masked = [text.replace("李甲", "李某") for text in (made.first(), made.second())]
    again = made.first(made.AGAIN, "二〇一九年十月八日", told=told, name="李某")
    assert len(only(*masked, again).briefs) == 2


def test_documents_of_one_number_stand_together() -> None:
    chain = only(made.first(), made.first(day="二〇一九年五月九日"), made.second())
    (tree,) = chain.trees()
    assert shape(tree) == (None, "a", ("同案", "b"), ("上诉", "c"))


def test_an_old_number_of_another_court_is_another_case() -> None:
    old = "（2014）东刑初字第1号"
    mine, yours = made.first(old), made.first(old).replace("清溪县", "东山县")
    chain = only(mine, yours, made.second(below=old))
    assert {b.document for b in chain.briefs} == {"a", "c"}


def test_the_number_of_strangers_does_not_fit() -> None:
    chain = only(made.first(name="王乙"), made.second())
    assert not chain.links
    assert [(k.upper.document, k.lower.document) for k in chain.misfits] == [("b", "a")]


def test_masked_names_are_nobodys() -> None:
    chain = only(made.first(name="王某"), made.second())
    assert not chain.misfits
    assert len(chain.links) == 1


def test_a_wrong_number_is_known_by_court_parties_and_day() -> None:
    wrong = "（2019）云0199刑初6号"
    chain = only(made.first(), made.second(below=wrong))
    assert [(k.restated and k.restated.number, k.lower.number) for k in chain.misnumbered] == [(wrong, made.FIRST)]
    assert link(made.briefs(made.first(), made.second(below=wrong, below_day="2019年5月7日"))) == []
    twins = [made.first(), made.first("（2019）云0199刑初10号")]
    assert link(made.briefs(*twins, made.second(below=wrong))) == []


def test_what_has_nothing_to_do_with_one_another() -> None:
    assert link(made.briefs(made.first(), made.first("（2019）云0199刑初7号", name="王乙"))) == []
    assert link([]) == []


def test_two_that_name_each_other_make_a_tree_all_the_same() -> None:
    one, other = made.second(made.REMAND, LATER, remands=False), made.second(LATER, made.REMAND, remands=False)
    chain = only(one, other)
    assert len(chain.links) == 2
    (tree,) = chain.trees()
    assert len(tree.children) == 1


def test_names_of_one_court() -> None:
    assert same_court("安徽省池州市贵池区人民法院", "池州市贵池区人民法院")
    assert same_court("云南省昆明市五华区人民法院", "云南省五华区人民法院")
    assert not same_court("清溪县人民法院", "东山县人民法院")
    assert not same_court("云山市云山区人民法院", "云山市中级人民法院")
    assert same_court("浙江省奉化市人民法院", "浙江省宁波市奉化区人民法院")
    assert not same_court("重庆市第一中级人民法院", "重庆市第二中级人民法院")
    assert same_court(None, "清溪县人民法院")
