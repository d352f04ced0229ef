"""The pieces of evidence a judgment lists, each with its statutory kind."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from .model import Evidence

if TYPE_CHECKING:
    from .judgment import Judgment

#: Words by which a piece of evidence of each statutory kind is named (刑事诉讼法 art. 50 of the 2018 text).
WORDS = {
    "书证": """书证 户籍证明 户籍信息 户籍资料 户籍材料 户籍登记 户口证明 户口信息 户口登记 人口信息
        人口基本信息 身份证明 身份信息 户籍登记表 到案经过 抓获经过 归案经过 破案经过 发破案经过
        案发经过 查获经过 到案情况 抓获情况 归案情况 投案经过 到案说明 情况说明 工作情况 侦破经过
        受案登记表 受理登记表 接受刑事案件登记表 立案决定书 立案登记表 接处警 报警记录 接警单 拘留证
        逮捕证 扣押清单 扣押决定书 扣押物品 扣押笔录 发还清单 发还物品 收缴 刑事判决书 刑事裁定书
        判决书复印件 释放证明 刑满释放 前科 违法犯罪记录 行政处罚决定书 收条 收据 谅解书 调解协议
        和解协议 赔偿协议 发票 营业执照 合同书 合同复印 购销合同 借款合同 银行流水 交易明细 交易记录
        账户明细 转账记录 通话记录 通话清单 话单 驾驶证 行驶证 机动车信息 事故认定书 责任认定书 病历
        诊断证明 死亡证明 住院 欠条 借条 账本 账册 任职文件 任职证明 在逃人员 社区矫正 调查评估""",
    "物证": "物证 赃物照片 作案工具 物证照片 毒品照片",
    "证人证言": "证人证言 证人 证言 证词",
    "被害人陈述": "被害人陈述 被害人的陈述 被害人 被害单位陈述 失主陈述",
    "被告人供述": "被告人供述 被告人的供述 被告人当庭供述 供述与辩解 供述和辩解 供述及辩解 供述 辩解 供认 讯问笔录",
    "鉴定意见": """鉴定意见 鉴定结论 鉴定书 鉴定报告 鉴定文书 检验报告 检验意见 检测报告 检测结论 毒物检验 理化检验
        尸检报告 尸体检验 价格鉴定 价格认定 价格评估 价格鉴证 司法鉴定 法医鉴定 伤情鉴定 毒品检验
        血醇检验 审计报告 评估报告 检验鉴定""",
    "勘验笔录": """勘验笔录 勘查笔录 勘验检查 现场勘验 现场勘查 现场勘察 检查笔录 辨认笔录 辨认照片 指认笔录
        指认照片 指认现场 侦查实验 搜查笔录 提取笔录 称量笔录 取样笔录 扣押笔录 现场示意图 现场图
        现场照片 人身检查""",
    "视听资料": "视听资料 监控录像 监控视频 监控资料 监控截图 录像 视频 录音 光盘 执法记录仪 同步录音录像",
    "电子数据": "电子数据 电子证据 电子物证 聊天记录 短信记录 手机短信 微信记录 电子勘验 远程勘验 上网记录",
}
#: Words that name evidence only together with one of these behind them, in the same clause.
_NEEDS = {
    "证人": ("证言", "证实", "证明", "陈述", "的证", "笔录", "指认"),
    "被害人": ("陈述", "证实", "报案", "证言", "的陈"),
    "住院": ("病历", "记录", "证明"),
    "收缴": ("清单", "物品", "决定", "毒品"),
}
_WHOSE = ("证人", "被害人")
_CLAUSE_END = re.compile(r"[，。、；]")


@cache
def _matcher() -> tuple[AhoCorasick, tuple[tuple[str, str, bool], ...]]:
    """Finds the words; tells of each the kind, the word, and whether what stands round it must be looked at."""
    pairs = tuple((kind, word) for kind, words in WORDS.items() for word in words.split())
    matcher = AhoCorasick([word for _, word in pairs], matchkind=MatchKind.LeftmostLongest)
    return matcher, tuple((kind, word, word in _NEEDS or word == "证言") for kind, word in pairs)


def read_evidence(j: Judgment) -> tuple[Evidence, ...]:
    """The evidence named where the judgment lists it: its evidence section, or else findings and charge."""
    return tuple([evidence for begin, stop in _places(j) for evidence in _named(j, begin, stop)])


def _named(j: Judgment, begin: int, stop: int) -> list[Evidence]:
    matcher, words = _matcher()
    text, span = j.plain[begin:stop], j.source.span
    out = []
    whose = 0  # where the last 证人 or 被害人 of a 证人某某的证言 ends
    for which, start, end in matcher.find_matches_as_indexes(text):
        kind, word, doubtful = words[which]
        if doubtful:
            if word == "证言":
                if whose and start - whose < 16 and "、" not in text[whose:start]:
                    continue
            elif not _complete(word, text, end):
                continue
        whose = end if doubtful and word in _WHOSE else 0
        out.append(Evidence(*span(begin + start, begin + end), kind=kind, text=word))
    return out


def _places(j: Judgment) -> list[tuple[int, int]]:
    """Where evidence is listed, in plain indexes."""
    cut = j.cut("evidence")
    if cut:
        return [(cut.start, cut.end)]
    return [(c.start, c.end) for c in j.cuts if c.name in ("charge", "defence", "findings")]


def _complete(word: str, text: str, end: int) -> bool:
    stop = _CLAUSE_END.search(text, end, end + 24)
    clause = text[end : stop.start() if stop else end + 24]
    return any(needed in clause for needed in _NEEDS[word])
