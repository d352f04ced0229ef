"""The check as functions from Arrow batches to Arrow batches: pure, picklable, the same here and on a cluster.

`check_batch` reads documents and gives one row a document; SQL over those rows finds which documents belong
together; `check_linked` gives the findings over them. `functools.partial(check_batch, plan=plan)` pickles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from anjian.cases.brief import Brief
from anjian.cases.chains import link, offers, seeks
from anjian.cases.reading import brief_of
from anjian.documents import Judgment
from anjian.documents.formats import Reason, RefusedError, decode
from anjian.scenarios.base import Finding, Given, stamp
from anjian.scenarios.registry import Registered

from .check import OnError, at_once, check_chain, check_group, examine_all, given_by
from .inputs.model import NO_TEXT, unparsed
from .inputs.records import text_of_value
from .outputs.parquet import SCHEMA, row_of
from .run import Plan, reported

INPUT = pa.schema([("id", pa.string()), ("text", pa.large_string())])
"""What `check_batch` reads. Other string types will do; a column `source` (the file) is taken over, others ignored."""

FINDING = pa.struct(list(SCHEMA))
GIVEN = pa.struct([("scenario", pa.string()), ("quote", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
GROUP = pa.struct([("code", pa.string()), ("key", pa.string())])
FAILURE = pa.struct([("scenario", pa.string()), ("document", pa.string()), ("error", pa.string())])

RESULT = pa.schema(
    [
        ("document", pa.string()),
        ("source", pa.string()),
        ("court", pa.string()),
        ("court_level", pa.string()),
        ("case_number", pa.string()),
        ("key", pa.string()),
        ("instance", pa.string()),
        ("document_type", pa.string()),
        ("case_type", pa.string()),
        ("decided", pa.date32()),
        ("month", pa.string()),
        ("cause", pa.string()),
        ("brief", pa.string()),
        ("restated", pa.list_(pa.string())),
        ("offers", pa.list_(pa.string())),
        ("seeks", pa.list_(pa.string())),
        ("groups", pa.list_(GROUP)),
        ("given", pa.list_(GIVEN)),
        ("findings", pa.list_(FINDING)),
        ("failures", pa.list_(FAILURE)),
        ("skipped", pa.string()),
        ("skipped_en", pa.string()),
    ]
)
"""One row a document, in the order given.

`key` is that of the case number (`cases.numbers.key`), `month` is "2023-05" or "" where no day is told, `brief` is
`Brief.dumps()`. `restated`, `offers` and `seeks` are what chains are found by: two documents belong to one chain when
one restates the key of the other, or seeks what exactly one other offers. `groups` are the keys of documents to be
compared, by scenario. `given` are the findings that a check across documents must not make once more, also those
below the certainty asked for. `failures` are the scenarios that raised. Where `skipped` (Chinese; English beside it)
says why a row could not be read, all that is read from its text is empty.
"""

TOGETHER = pa.schema(
    [
        ("code", pa.string()),
        ("members", pa.list_(pa.struct([("brief", pa.string()), ("given", pa.list_(GIVEN))]))),
    ]
)
"""What `check_linked` reads: one row a chain (`code` null) or a group of the scenario `code`; members in order."""

LINKED = pa.schema([("findings", pa.list_(FINDING)), ("failures", pa.list_(FAILURE))])
"""What `check_linked` gives: one row for each row given."""

_SUBJECT = ("文书", "the document ")
_EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(("restated", "offers", "seeks", "groups", "given", "findings", "failures"), ()),
    "month": "",
}


def check_batch(batch: pa.RecordBatch, plan: Plan) -> pa.RecordBatch:
    """The documents of a batch of `INPUT` with their findings, as rows of `RESULT`. Raises for no text whatever."""
    sources = batch["source"] if "source" in batch.schema.names else [None] * batch.num_rows
    given = (_given(_value(i), _value(text)) for i, text in zip(batch["id"], batch["text"], strict=True))
    rows = [row for some in at_once(given, lambda one: len(str(one[1]))) for row in _rows(some, plan)]
    for row, source in zip(rows, sources, strict=True):
        row["source"] = _value(source)
    return pa.RecordBatch.from_pylist(rows, schema=RESULT)


def check_linked(batch: pa.RecordBatch, plan: Plan) -> pa.RecordBatch:
    """The findings over the chains and groups of a batch of `TOGETHER`, as rows of `LINKED`.

    Their ids are those of a run over all documents, as long as no scenario looks at chains and at groups.
    """
    rows = [_together(row["code"], row["members"], plan) for row in batch.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=LINKED)


# -- one document ---------------------------------------------------------------------------------


#: A document by id, and its text or why there is none.
_Given = tuple[str, str | Reason]


def _given(identifier: object, text: object) -> _Given:
    document = "" if identifier is None else str(identifier)
    if text is None:
        return document, NO_TEXT
    try:
        return document, text_of_value(text)
    except RefusedError as error:
        return document, error.reason
    except Exception as error:
        return document, unparsed(error)


def _rows(given: Sequence[_Given], plan: Plan) -> Iterator[dict[str, Any]]:
    """The rows of documents examined together."""
    documents = [(document, text) for document, text in given if isinstance(text, str)]
    failures: list[list[dict[str, str]]] = [[] for _ in documents]

    def failed(n: int, registered: Registered, error: Exception) -> None:
        _noting(failures[n], documents[n][0])(registered, error)

    examined = iter(zip(examine_all(documents, plan.chosen, failed), failures, strict=True))
    for document, text in given:
        yield _row(document, *next(examined), plan) if isinstance(text, str) else _skipped(document, text)


def _row(
    document: str,
    made: tuple[Judgment, list[Finding]] | Exception,
    failures: list[dict[str, str]],
    plan: Plan,
) -> dict[str, Any]:
    if isinstance(made, Exception):
        return _skipped(document, unparsed(made))
    judgment, findings = made
    try:
        brief = brief_of(judgment, document)
        return {
            "document": document,
            **_facts(judgment, brief),
            "groups": list(_groups(brief, plan.across, _noting(failures, document))),
            "given": _given_rows(given_by(findings, plan.chosen)),
            "findings": [row_of(f) for f in reported(findings, plan)],
            "failures": failures,
        }
    except Exception as error:  # the reader is meant never to raise; if it does, the rest must go on
        return _skipped(document, unparsed(error))


def _facts(judgment: Judgment, brief: Brief) -> dict[str, Any]:
    return {
        "court": brief.court,
        "court_level": brief.level,
        "case_number": brief.number,
        "key": brief.key,
        "instance": brief.instance,
        "document_type": brief.document_type,
        "case_type": brief.case_type,
        "decided": brief.decided,
        "month": brief.decided.isoformat()[:7] if brief.decided else "",
        "cause": brief.cause,
        "brief": brief.dumps(),
        "restated": [told.key for told in brief.restated],
        "offers": list(offers(brief)),
        "seeks": list(seeks(brief)),
    }


def _groups(brief: Brief, across: Iterable[Registered], on_error: OnError) -> Iterator[dict[str, str]]:
    for registered in across:
        try:
            key = registered.group(brief) if registered.group else None
        except Exception as error:
            on_error(registered, error)
            continue
        if key:
            yield {"code": registered.scenario.code, "key": key}


def _given_rows(given: Iterable[Given]) -> list[dict[str, Any]]:
    return [{"scenario": code, "quote": quote, "start": start, "end": end} for code, quote, start, end in given]


def _skipped(document: str, reason: Reason) -> dict[str, Any]:
    zh, en = _SUBJECT
    return {
        **_EMPTY,
        "document": document,
        "skipped": f"{zh}{reason.zh}；{reason.remedy_zh}。",
        "skipped_en": f"{en}{reason.en}; {reason.remedy_en}.",
    }


def _noting(failures: list[dict[str, str]], document: str) -> OnError:
    def note(registered: Registered, error: Exception) -> None:
        failures.append({"scenario": registered.scenario.code, "document": document, "error": type(error).__name__})

    return note


def _value(scalar: Any) -> object:
    """The value of a cell; a column that is not UTF-8, or one of bytes, is decoded as found."""
    if scalar is None:
        return None
    try:
        value = scalar.as_py()
    except UnicodeDecodeError:
        value = scalar.as_buffer().to_pybytes()
    return decode(value) if isinstance(value, bytes) else value


# -- documents together -------------------------------------------------------------------------


def _together(code: str | None, members: Sequence[Mapping[str, Any]], plan: Plan) -> dict[str, Any]:
    briefs = [Brief.loads(member["brief"]) for member in members]
    first = briefs[0].document if briefs else ""
    failures: list[dict[str, str]] = []
    found: dict[str, list[Finding]] = defaultdict(list)
    try:
        for finding in _across(code, briefs, plan, _noting(failures, first)):
            found[finding.document].append(finding)
    except Exception as error:  # linking is meant never to raise; if it does, the rest must go on
        failures.append({"scenario": code or "", "document": first, "error": type(error).__name__})
    out: list[Finding] = []
    for brief, member in zip(briefs, members, strict=True):
        given = [(g["scenario"], g["quote"], g["start"], g["end"]) for g in member["given"] or ()]
        out += reported(stamp(found.pop(brief.document, ()), brief.document, given), plan)
    return {"findings": [row_of(f) for f in out], "failures": failures}


def _across(code: str | None, briefs: Sequence[Brief], plan: Plan, on_error: OnError) -> Iterator[Finding]:
    if code is None:
        for chain in link(briefs):
            yield from check_chain(chain, plan.across, on_error)
    for registered in plan.across:
        if registered.scenario.code == code:
            yield from check_group(briefs, registered, on_error)
