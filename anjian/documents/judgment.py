"""One court document and everything that is read from it, each fact on first use."""

from __future__ import annotations

from . import (
    attendance,
    awards,
    cause,
    citations,
    claims,
    course,
    custody,
    damages,
    dates,
    disposition,
    enforcement,
    evidence,
    fees,
    findings_of_fact,
    grounds,
    head,
    interest,
    kind_of_case,
    lower,
    mentions,
    money,
    notice,
    parties,
    parties_civil,
    penalties,
    priors,
    signatures,
)
from .lazy import fact
from .model import (
    Amount,
    Appeal,
    CaseNumber,
    Charge,
    Citation,
    Counsel,
    Course,
    Court,
    Credit,
    Custody,
    DateFact,
    Evidence,
    Ground,
    Item,
    LowerDecision,
    Member,
    Party,
    Place,
    Prior,
    Result,
    Review,
    Term,
    Title,
    Verdict,
)
from .model_civil import (
    Absence,
    Answer,
    Award,
    Cause,
    Claim,
    Damage,
    Enforcement,
    Fee,
    Interest,
)
from .sections import Cut, cut
from .text import Text


def read(text: str) -> Judgment:
    """Read one court document. Pure; never raises on any string; facts are computed on first use."""
    return Judgment(text)


class Judgment(Text):
    """A document's facts. Every fact holds `start, end` into `text`, the text as given."""

    @fact
    def cuts(self) -> tuple[Cut, ...]:
        """The sections in plain indexes, for readers."""
        return cut(self)

    # -- facts, each read by the module of its name -------------------------------------------

    @fact
    def civil(self) -> bool:
        """Whether this is no criminal document."""
        return kind_of_case.civil(self)

    @fact
    def court(self) -> Court | None:
        return head.read_court(self)

    @fact
    def title(self) -> Title | None:
        return head.read_title(self)

    @fact
    def case_number(self) -> CaseNumber | None:
        return head.read_case_number(self)

    @fact
    def instance(self) -> str | None:
        """first, second, retrial, commutation, review, enforcement, special, preservation, compensation or None.

        special: 特别程序 督促 公示催告 破产 强制清算 (民特 民督 民催 破申 破 …); preservation: 财保 执保 行保;
        compensation: 法赔 委赔. An enforcement case is enforcement at every level (执异 执复 执监 too).
        """
        return head.read_instance(self)

    @fact
    def listed(self) -> tuple[tuple[parties.Entry, Party | None], ...]:
        """What the head of a criminal document lists, for `parties` and `counsel`."""
        return parties.listed(self)

    @fact
    def listed_civil(self) -> tuple[tuple[parties_civil.Entry, Party | None], ...]:
        """What the head of any other document lists, for `parties` and `counsel`."""
        return parties_civil.listed(self)

    @fact
    def parties(self) -> tuple[Party, ...]:
        return parties.read_parties(self)

    @fact
    def defendants(self) -> tuple[Party, ...]:
        """Those whose criminal liability is decided: 被告人, 被告单位, 上诉人 and 原审被告人, 罪犯."""
        return parties.defendants(self)

    @fact
    def accused(self) -> tuple[str, ...]:
        """The names of the defendants, each once, longest first."""
        return tuple(sorted({p.name for p in self.defendants if p.name}, key=len, reverse=True))

    @fact
    def counsel(self) -> tuple[Counsel, ...]:
        return parties.read_counsel(self)

    @fact
    def priors(self) -> tuple[Prior, ...]:
        return priors.read_priors(self)

    @fact
    def custody(self) -> tuple[Custody, ...]:
        return custody.read_custody(self)

    @fact
    def credits(self) -> tuple[Credit, ...]:
        return custody.read_credits(self)

    @fact
    def course(self) -> Course | None:
        return course.read_course(self)

    @fact
    def charges_alleged(self) -> tuple[Charge, ...]:
        return course.read_charges(self)

    @fact
    def lower(self) -> tuple[LowerDecision, ...]:
        return lower.read_lower(self)

    @fact
    def citations(self) -> tuple[Citation, ...]:
        return citations.read_citations(self)

    @fact
    def basis(self) -> tuple[Citation, ...]:
        """The citations the decision rests on."""
        return tuple(c for c in self.citations if c.role == "basis")

    @fact
    def evidence(self) -> tuple[Evidence, ...]:
        return evidence.read_evidence(self)

    @fact
    def grounds(self) -> tuple[Ground, ...]:
        return grounds.read_grounds(self)

    def grounds_of(self, *kinds: str) -> tuple[Ground, ...]:
        """Those of the `grounds` that are of some kinds; they are read only where a word of theirs stands."""
        return grounds.grounds_of(self, kinds)

    @fact
    def offence_days(self) -> tuple[DateFact, ...]:
        """Days on which the crimes found (or, failing findings, alleged) were committed."""
        return findings_of_fact.read_offence_days(self)

    @fact
    def convicted_of(self) -> tuple[Charge, ...]:
        """The crimes the reasoning finds (其行为已构成…罪)."""
        return findings_of_fact.read_convictions(self)

    @fact
    def items(self) -> tuple[Item, ...]:
        return disposition.read_items(self)

    @fact
    def item_stretches(self) -> tuple[disposition.Stretch, ...]:
        """The items of the disposition in plain indexes, for readers."""
        return disposition.of_disposition(self)

    @fact
    def verdicts(self) -> tuple[Verdict, ...]:
        return disposition.read_verdicts(self)

    @fact
    def pronounced(self) -> tuple[tuple[Result, ...], tuple[Term, ...]]:
        """The results and the terms stated for them, which are read together."""
        return penalties.read_pronounced(self)

    @fact
    def terms(self) -> tuple[Term, ...]:
        return self.pronounced[1]

    @fact
    def results(self) -> tuple[Result, ...]:
        return self.pronounced[0]

    @fact
    def amounts(self) -> tuple[Amount, ...]:
        return money.read_amounts(self)

    @fact
    def dates(self) -> tuple[DateFact, ...]:
        return dates.read_dates(self)

    @fact
    def appeal(self) -> Appeal | None:
        return notice.read_appeal(self)

    @fact
    def reviews(self) -> tuple[Review, ...]:
        """The remedies the notice names that are no appeal (复议, 异议)."""
        return notice.read_reviews(self)

    @fact
    def members(self) -> tuple[Member, ...]:
        """Judges and lay judges who signed, in order."""
        return signatures.read_members(self)

    @fact
    def assistants(self) -> tuple[Member, ...]:
        return signatures.read_assistants(self)

    @fact
    def clerks(self) -> tuple[Member, ...]:
        return signatures.read_clerks(self)

    @fact
    def decided(self) -> DateFact | None:
        """The date of the decision in the signature block."""
        return signatures.read_decided(self)

    # -- civil, administrative and enforcement ------------------------------------------------

    @fact
    def cause(self) -> Cause | None:
        return cause.read_cause(self)

    @fact
    def claims(self) -> tuple[Claim, ...]:
        return claims.read_claims(self)

    @fact
    def awards(self) -> tuple[Award, ...]:
        return awards.read_awards(self)

    @fact
    def answers(self) -> tuple[Answer, ...]:
        """What became of each claim."""
        return awards.read_answers(self)

    @fact
    def fees(self) -> tuple[Fee, ...]:
        return fees.read_fees(self)

    @fact
    def delay_notice(self) -> Place | None:
        return fees.read_delay_notice(self)

    @fact
    def interest(self) -> tuple[Interest, ...]:
        return interest.read_interest(self)

    @fact
    def damages(self) -> tuple[Damage, ...]:
        return damages.read_damages(self)

    @fact
    def known_names(self) -> tuple[str, ...]:
        """The names of the parties and the short names the text gives them, longest first."""
        return mentions.read_known_names(self)

    @fact
    def absences(self) -> tuple[Absence, ...]:
        return attendance.read_absences(self)

    @fact
    def announcement(self) -> Place | None:
        """Where it says that it was served by public announcement."""
        return attendance.read_announcement(self)

    @fact
    def enforcement(self) -> Enforcement | None:
        return enforcement.read_enforcement(self)
