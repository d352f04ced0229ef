"""`anjian interest`: interest by segments, with the LPR of the day, caps and payments."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from anjian.engine.outputs.wording import Lang
from anjian.law.interest import Account, Basis, Ceiling, Payment, Rate, Segment, Settled, delay_interest, interest, yuan
from anjian.law.loan_caps import Cap, caps
from anjian.law.lpr import INDEXES, known_days

from .options import LANG
from .quantities import day, day_of, money, times, yuan_of
from .quantities import rate as rate_of
from .words import WrongUsage


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the user asked for; the names are those of the options."""

    principal: Decimal
    begin: date
    finish: date
    rate: Decimal | None
    lpr: Decimal | None
    index: str
    basis: Basis
    payments: tuple[Payment, ...]
    delay: bool


@click.command("interest")
@click.option("--principal", type=money, metavar="SUM", required=True, help="本金。 · Principal.")
@click.option("--from", "begin", type=day, metavar="DAY", required=True, help="起息日（计入）。 · First day, counted.")
@click.option(
    "--to", "finish", type=day, metavar="DAY", required=True, help="截止日（不计入）。 · Last day, not counted."
)
@click.option("--rate", type=rate_of, metavar="RATE", help="固定利率，如 24%、月2%。 · Fixed rate.")
@click.option("--lpr", type=times, metavar="TIMES", help="LPR 的倍数，随调整分段。 · Times the LPR, as it moves.")
@click.option(
    "--index",
    type=click.Choice(list(INDEXES)),
    default="一年期LPR",
    show_default=True,
    help="--lpr 所指的利率。 · What --lpr multiplies.",
)
@click.option("--delay", is_flag=True, help="迟延履行利息的加倍部分。 · Added interest for delayed performance.")
@click.option(
    "--basis",
    type=click.Choice(["365", "360", "月"]),
    default="365",
    show_default=True,
    help="一年的日数；月：整月计。 · Days to the year.",
)
@click.option("--payment", "paid", multiple=True, metavar="DAY=SUM", help="还款，可重复；先息后本。 · A payment.")
@click.option("--cap", is_flag=True, help="按民间借贷利率上限封顶，须有 --filed。 · Apply the cap on private loans.")
@click.option("--contract", type=day, metavar="DAY", help="借贷合同成立日。 · Day of the loan contract.")
@click.option("--filed", type=day, metavar="DAY", help="一审受理日。 · Day the case was filed.")
@click.option("--decided", type=day, metavar="DAY", help="裁判日。 · Day of the judgment.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@LANG
def interest_command(
    principal: Decimal,
    begin: date,
    finish: date,
    rate: Decimal | None,
    lpr: Decimal | None,
    index: str,
    delay: bool,
    basis: Basis,
    paid: tuple[str, ...],
    cap: bool,
    contract: date | None,
    filed: date | None,
    decided: date | None,
    form: str,
    lang: Lang,
) -> None:
    """分段计算利息。 · Interest by segments.

    三选一：--rate、--lpr、--delay。 · One of --rate, --lpr, --delay.
    """
    asked = _Asked(principal, begin, finish, rate, lpr, index, basis, tuple(map(_payment, paid)), delay)
    _check(asked)
    limits = _limits(asked, contract, filed, decided) if cap else ()
    account = _reckoned(asked, limits)
    if form == "json":
        click.echo(json.dumps(_record(asked, account, limits), ensure_ascii=False, indent=1))
        return
    console = Console(highlight=False)
    console.print(_table(asked, account, lang))
    for line in (*_settled(account, lang), *_total(asked, account, lang), *_caps(limits, lang)):
        console.print(line, markup=False)


def _payment(text: str) -> Payment:
    when, _, amount = text.partition("=")
    on, value = day_of(when), yuan_of(amount)
    if on is None or value is None:
        raise WrongUsage(
            f"读不出还款“{text}”；可写 2014-03-02=5000。", f"{text!r} is no payment; write 2014-03-02=5000."
        )
    return Payment(on, value)


def _check(asked: _Asked) -> None:
    if [asked.rate is not None, asked.lpr is not None, asked.delay].count(True) != 1:
        raise WrongUsage("请在 --rate、--lpr、--delay 中选一个。", "Give exactly one of --rate, --lpr, --delay.")
    if asked.finish < asked.begin:
        raise WrongUsage("截止日早于起息日；请对调 --from 与 --to。", "--to is before --from; swap them.")
    for p in asked.payments:
        if not asked.begin <= p.on <= asked.finish:
            raise WrongUsage(f"还款日 {p.on} 不在起止日之间。", f"The payment of {p.on} is outside --from and --to.")


def _limits(asked: _Asked, contract: date | None, filed: date | None, decided: date | None) -> tuple[Cap, ...]:
    if filed is None:
        raise WrongUsage("--cap 需要一审受理日；请加 --filed。", "--cap needs the day of filing; add --filed.")
    found = caps(contract, filed, decided)
    if not found:
        raise WrongUsage(
            "凭这些日期不能确定适用哪条上限；请加 --contract（合同成立日）、--decided（裁判日）。",
            "These days do not settle which cap applies; add --contract and --decided.",
        )
    return tuple(c for c in found if (c.since or asked.begin) <= asked.finish and asked.begin < (c.until or date.max))


def _reckoned(asked: _Asked, limits: tuple[Cap, ...]) -> Account:
    if asked.delay:
        account = delay_interest(asked.principal, asked.begin, asked.finish, asked.payments)
        if account is None:
            raise WrongUsage(
                "2014-08-01 以前的迟延履行利息按旧规定，此处没有依据；请自该日起算。",
                "Delay interest before 2014-08-01 follows older rules that are not at hand; begin on that day.",
            )
        return account
    multiple = asked.lpr if asked.lpr is not None else Decimal(1)
    rate = Rate(asked.rate, None if asked.rate is not None else asked.index, multiple)
    ceilings = tuple(Ceiling(c.percent, c.since, c.until) for c in limits if c.percent is not None)
    found = interest(
        asked.principal,
        rate,
        asked.begin,
        asked.finish,
        basis=asked.basis,
        payments=asked.payments,
        ceilings=ceilings,
    )
    if found is None:
        first, after = known_days(asked.index)
        raise WrongUsage(
            f"“{asked.index}”已核实的数值自 {first} 起，至 {after} 前；请改起止日，或用 --rate。",
            f"{asked.index} is confirmed from {first} until before {after}; change the days or give --rate.",
        )
    return found


def _table(asked: _Asked, account: Account, lang: Lang) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    heads = ("自（含）", "至（不含）", "天数", "本金", "年利率", "利息")
    english = ("From", "To (excl.)", "Days", "Principal", "Rate a year", "Interest")
    for head in heads if lang == "zh" else english:
        table.add_column(head, justify="right")
    for s in account.segments:
        row = (str(s.begin), str(s.finish), str(s.days), f"{yuan(s.principal):,}", _rate(asked, s, lang))
        table.add_row(*row, f"{s.interest:,}")
    return table


def _rate(asked: _Asked, s: Segment, lang: Lang) -> str:
    if asked.delay:
        return "日 0.0175%" if lang == "zh" else "0.0175% a day"
    how = (
        f"{s.quoted}% × {asked.lpr} = {s.asked.normalize():f}%" if s.quoted is not None else f"{s.asked.normalize():f}%"
    )
    return f"{how} → {s.percent.normalize():f}%" if s.capped else how


def _settled(account: Account, lang: Lang) -> Iterator[str]:
    for p in account.settled:
        yield _one(p, lang)


def _one(p: Settled, lang: Lang) -> str:
    interest_part, principal_part, surplus = (f"{yuan(x):,}" for x in (p.interest, p.principal, p.surplus))
    if lang == "zh":
        rest = f"，余 {surplus}" if p.surplus else ""
        return f"{p.on} 还款：抵利息 {interest_part}，抵本金 {principal_part}{rest}"
    rest = f", left over {surplus}" if p.surplus else ""
    return f"{p.on} payment: interest {interest_part}, principal {principal_part}{rest}"


def _total(asked: _Asked, account: Account, lang: Lang) -> Iterator[str]:
    days, zh = (asked.finish - asked.begin).days, lang == "zh"
    if zh:
        yield f"共 {days} 天（首日计，末日不计），{_basis(asked, lang)}；利息合计 {account.interest:,} 元"
    else:
        counted = f"{days} days (the first counted, the last not), {_basis(asked, lang)}"
        yield f"{counted}; interest {account.interest:,} yuan"
    if account.settled:
        owed, due = f"{yuan(account.principal_owed):,}", f"{yuan(account.interest_owed):,}"
        yield f"尚欠本金 {owed} 元、利息 {due} 元" if zh else f"Still owed: principal {owed}, interest {due} yuan"


def _basis(asked: _Asked, lang: Lang) -> str:
    if asked.delay:
        return "只算加倍部分" if lang == "zh" else "the added part only"
    if asked.basis == "月":
        return "整月按十二分之一，零头按 360 日" if lang == "zh" else "whole months as twelfths, odd days as 360ths"
    return f"一年按 {asked.basis} 日" if lang == "zh" else f"{asked.basis} days to the year"


def _caps(limits: tuple[Cap, ...], lang: Lang) -> Iterator[str]:
    for c in limits:
        value = "" if c.percent is None else f"{c.percent.normalize():f}%"
        if lang == "zh":
            yield f"上限：{c.zh}" + (
                f"，即 {value}" if value and c.multiple else "" if value else "（不是固定数，未据以封顶）"
            )
            yield f"  {c.law}第{c.article}条"
        else:
            yield f"Cap: {c.en}" + (
                f", {value}" if value and c.multiple else "" if value else " (not one number; not applied)"
            )
            yield f"  {c.law}, art. {c.article}"


def _record(asked: _Asked, account: Account, limits: tuple[Cap, ...]) -> dict[str, Any]:
    """The reckoning for machines; sums are strings of decimals to the cent."""
    return {
        "principal": str(asked.principal),
        "begin": asked.begin.isoformat(),
        "finish": asked.finish.isoformat(),
        "basis": asked.basis,
        "interest": str(account.interest),
        "principal_owed": str(yuan(account.principal_owed)),
        "interest_owed": str(yuan(account.interest_owed)),
        "segments": [_segment_record(s) for s in account.segments],
        "payments": [
            {"on": p.on.isoformat()} | {k: str(yuan(getattr(p, k))) for k in ("interest", "principal", "surplus")}
            for p in account.settled
        ],
        "caps": [_cap_record(c) for c in limits],
    }


def _segment_record(s: Segment) -> dict[str, Any]:
    return {
        "begin": s.begin.isoformat(),
        "finish": s.finish.isoformat(),
        "days": s.days,
        "principal": str(yuan(s.principal)),
        "quoted": None if s.quoted is None else str(s.quoted),
        "asked": str(s.asked),
        "percent": str(s.percent),
        "interest": str(s.interest),
    }


def _cap_record(c: Cap) -> dict[str, Any]:
    return {
        "since": c.since and c.since.isoformat(),
        "until": c.until and c.until.isoformat(),
        "percent": None if c.percent is None else str(c.percent),
        "multiple": None if c.multiple is None else str(c.multiple),
        "index": c.index,
        "reason": c.zh,
        "reason_en": c.en,
        "law": c.law,
        "article": c.article,
        "source": c.source,
    }
