-- Months of decision: documents, how many of them have a finding, and findings by certainty.
with found as (
    select
        month,
        count(*) as findings,
        count(distinct document) as with_findings,
        count(*) filter (where certainty = 'certain') as certain,
        count(*) filter (where certainty = 'likely') as likely,
        count(*) filter (where certainty = 'hint') as hint
    from findings
    group by month
),
decided as (
    select month, count(*) as documents from documents where skipped is null group by month
)
select
    decided.month,
    decided.documents,
    coalesce(found.with_findings, 0) as with_findings,
    coalesce(found.findings, 0) as findings,
    coalesce(found.certain, 0) as certain,
    coalesce(found.likely, 0) as likely,
    coalesce(found.hint, 0) as hint
from decided left join found on found.month is not distinct from decided.month
order by decided.month nulls first
