"""`anjian chains`: the documents of one dispute as a tree, and why decisions were reversed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import click
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from anjian.cases.brief import Brief, Mark
from anjian.cases.chains import Chain, Link, Node
from anjian.cases.reading import brief_of
from anjian.cases.reversals import KINDS
from anjian.documents import read
from anjian.engine.chains import Gathered, Kept
from anjian.engine.inputs import Document, Unreadable, count_bytes, documents
from anjian.engine.outputs.wording import Lang

from .options import LANG
from .progress import Bar
from .warnings import warn, warn_skipped, warn_unreadable

NOTHING_READ = 2
_LINKS = {
    "上诉": "appeal",
    "重审": "new hearing",
    "再审": "retrial",
    "执行": "enforcement",
    "减刑假释": "commutation",
    "复核": "review",
    "同案": "same case",
    "后续": "later",
}
_CAUSES = dict(
    zip(KINDS, ("facts unclear", "law misapplied", "procedure", "new evidence", "sentence", "other"), strict=True)
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["tree", "json"]), default="tree", show_default=True)
@click.option(
    "--causes", is_flag=True, help="改为列出每件改判、发回的原因。 · List why decisions were reversed instead."
)
@LANG
@click.pass_context
def chains(ctx: click.Context, paths: tuple[str, ...], form: str, causes: bool, lang: Lang) -> None:
    """把同一争议的文书串成链：一审、上诉、重审、再审、执行。 · Link the documents of each dispute.

    json 每行一条链（--causes 时每行一件）；字段见 docs/chains.md。 · One chain (with --causes, one decision) a line.
    """
    skipped: Counter[str] = Counter()
    with closing(Gathered()) as gathered:
        out = _Causes(form, lang) if causes else None
        count = 0
        for kept in _read(paths, skipped, lang):
            count += 1
            if out:
                out.add(kept.brief)
            else:
                gathered.add(kept)
        if out:
            out.finish()
        elif count:
            _print_chains(gathered.chains(), count, form, lang)
    warn_skipped(skipped, lang)
    if not count:
        ctx.exit(NOTHING_READ)


def _read(paths: tuple[str, ...], skipped: Counter[str], lang: Lang) -> Iterator[Kept]:
    """The documents with their briefs; what cannot be read is warned of."""
    done = size = 0
    with closing(Bar(lambda: count_bytes(paths), lang)) as bar:
        for item in documents(paths, sys.stdin.buffer, skipped):
            size += item.size
            if isinstance(item, Unreadable):
                bar.close()
                warn_unreadable(item, lang)
            else:
                brief = _brief(item, lang)
                if brief:
                    yield Kept(item, brief)
                    done += 1
            bar.update(done, size)


def _brief(item: Document, lang: Lang) -> Brief | None:
    try:
        return brief_of(read(item.text), item.id, item.source, item.line)
    except Exception as error:  # the reader is meant never to raise; if it does, the rest must go on
        kind = type(error).__name__
        warn(f"文书 {item.id} 未能解析（{kind}）。" if lang == "zh" else f"document {item.id} failed ({kind}).")
        return None


# -- chains ---------------------------------------------------------------------------------------


def _print_chains(found: Iterator[Chain], count: int, form: str, lang: Lang) -> None:
    console = Console(highlight=False)
    chains = linked = 0
    for chain in found:
        chains += 1
        linked += len(chain.briefs)
        if form == "json":
            click.echo(json.dumps(_chain_record(chain), ensure_ascii=False))
        else:
            _print_chain(console, chain, lang)
    if form == "tree":
        alone = count - linked
        zh = f"{count} 份文书：{chains} 条链，{alone} 份没有关联。"
        console.print(zh if lang == "zh" else f"{count} documents: {chains} chains, {alone} not linked.", style="bold")


def _print_chain(console: Console, chain: Chain, lang: Lang) -> None:
    for node in chain.trees():
        console.print(_tree(node, lang))
    for link in chain.misfits:
        console.print(_doubt(link, "所写案号是他人的案件", "names another party's case", lang))
    for link in chain.misnumbered:
        console.print(_doubt(link, "所写案号有误", "gives a wrong number", lang))
    console.print()


def _doubt(link: Link, zh: str, en: str, lang: Lang) -> Text:
    number = link.restated.number if link.restated else ""
    words = f"{link.upper.called} {zh}：{number} → {link.lower.called}"
    return Text(f"! {words if lang == 'zh' else f'{link.upper.called} {en}: {number} → {link.lower.called}'}", "yellow")


def _tree(root: Node, lang: Lang) -> Tree:
    """The tree of a chain; not recursive, so that no chain is too long."""
    tree = Tree(_label(root, lang), guide_style="dim")
    waiting = [(root, tree)]
    while waiting:
        node, branch = waiting.pop()
        for child in node.children:
            waiting.append((child, branch.add(_label(child, lang))))
    return tree


def _label(node: Node, lang: Lang) -> Text:
    brief = node.brief
    out = Text()
    if node.kind:
        out.append(f"{node.kind if lang == 'zh' else _LINKS[node.kind]}  ", style="cyan")
    out.append(brief.called, style="bold")
    known = (brief.court, brief.decided and brief.decided.isoformat(), brief.document_type)
    out.append("  " + "  ".join(str(k) for k in known if k))
    out.append(f"  [{brief.document}]", style="dim")
    if brief.result:
        out.append(f"\n{brief.result}")
    if brief.seats:
        judges = "、".join(f"{s.role}{s.name}" for s in brief.seats)
        out.append(f"\n{'审判人员' if lang == 'zh' else 'Panel'}：{judges}", style="dim")
    return out


def _chain_record(chain: Chain) -> dict[str, Any]:
    return {
        "documents": [_brief_record(b) for b in chain.briefs],
        "links": [_link_record(k) for k in chain.links],
        "misfits": [_link_record(k) for k in chain.misfits],
        "misnumbered": [_link_record(k) for k in chain.misnumbered],
    }


def _brief_record(brief: Brief) -> dict[str, Any]:
    return {
        "document": brief.document,
        "case_number": brief.number,
        "court": brief.court,
        "decision_date": brief.decided.isoformat() if brief.decided else None,
        "document_type": brief.document_type,
        "case_type": brief.case_type,
        "instance": brief.instance,
        "appellants": list(brief.appellants),
        "verdicts": list(brief.verdicts),
        "result": brief.result,
        "panel": [{"role": s.role, "name": s.name} for s in brief.seats],
    }


def _link_record(link: Link) -> dict[str, Any]:
    return {
        "upper": link.upper.document,
        "lower": link.lower.document,
        "kind": link.kind,
        "named": link.restated.number if link.restated else None,
        "span": [link.restated.mark.start, link.restated.mark.end] if link.restated else None,
    }


# -- causes ---------------------------------------------------------------------------------------


class _Causes:
    """Prints each reversal as it comes, and counts the causes."""

    def __init__(self, form: str, lang: Lang) -> None:
        self._form = form
        self._lang = lang
        self._console = Console(highlight=False)
        self._counts: Counter[str] = Counter()
        self._decisions = 0

    def add(self, brief: Brief) -> None:
        """Print the document's reversal, if it is one."""
        if brief.reversal is None:
            return
        self._decisions += 1
        self._counts.update(cause.kind for cause in brief.reversal.causes)
        if self._form == "json":
            click.echo(json.dumps(_reversal_record(brief), ensure_ascii=False))
        else:
            self._console.print(self._line(brief))

    def finish(self) -> None:
        """Print the totals."""
        if self._form == "json":
            return
        zh = self._lang == "zh"
        parts = [f"{self._word(kind)} {self._counts[kind]}" for kind in KINDS if self._counts[kind]]
        total = f"改判、发回 {self._decisions} 件" if zh else f"{self._decisions} decisions reversed or remanded"
        joined = "、".join(parts) if zh else ", ".join(parts)
        end = "。" if zh else "."
        self._console.print(f"{total}{('：' if zh else ': ') + joined if parts else ''}{end}", style="bold")
        note = "改判、发回不等于原审有错。" if zh else "A reversal does not mean that the lower court was at fault."
        self._console.print(note, style="dim")

    def _word(self, kind: str) -> str:
        return kind if self._lang == "zh" else _CAUSES[kind]

    def _line(self, brief: Brief) -> Text:
        reversal = brief.reversal
        out = Text()
        if reversal is None:
            return out
        out.append("、".join(self._word(c.kind) for c in reversal.causes), style="cyan")
        out.append(f"  {brief.called}", style="bold")
        known = (brief.court, brief.decided and brief.decided.isoformat(), reversal.kind)
        out.append("  " + "  ".join(str(k) for k in known if k))
        out.append(f"  [{brief.document}]", style="dim")
        out.append("\n  " + "；".join(f"“{c.mark.words}”" for c in reversal.causes), style="dim")
        return out


def _reversal_record(brief: Brief) -> dict[str, Any]:
    reversal = brief.reversal
    return {
        "document": brief.document,
        "case_number": brief.number,
        "court": brief.court,
        "decision_date": brief.decided.isoformat() if brief.decided else None,
        "kind": reversal.kind if reversal else None,
        "causes": [{"cause": c.kind} | _quote(c.mark) for c in reversal.causes] if reversal else [],
    }


def _quote(mark: Mark) -> dict[str, Any]:
    return {"quote": mark.words, "start": mark.start, "end": mark.end}
