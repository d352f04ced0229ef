-- Scenarios: findings by certainty, and in how many documents, courts and months.
select
    scenario,
    min(name) as name,
    min(title) as title,
    count(*) as findings,
    count(distinct document) as documents,
    count(distinct court) as courts,
    count(distinct month) as months,
    count(*) filter (where certainty = 'certain') as certain,
    count(*) filter (where certainty = 'likely') as likely,
    count(*) filter (where certainty = 'hint') as hint
from findings
group by scenario
order by scenario
