-- Courts: documents, how many of them have a finding, and findings by certainty.
with found as (
    select
        court,
        count(*) as findings,
        count(distinct document) as with_findings,
        count(*) filter (where certainty = 'certain') as certain,
        count(*) filter (where certainty = 'likely') as likely,
        count(*) filter (where certainty = 'hint') as hint
    from findings
    group by court
),
decided as (
    select court, count(*) as documents from documents where skipped is null group by court
)
select
    decided.court,
    decided.documents,
    coalesce(found.with_findings, 0) as with_findings,
    coalesce(found.findings, 0) as findings,
    coalesce(found.certain, 0) as certain,
    coalesce(found.likely, 0) as likely,
    coalesce(found.hint, 0) as hint
from decided left join found on found.court is not distinct from decided.court
order by decided.court nulls first
