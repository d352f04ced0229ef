-- Findings by court, month, scenario and certainty.
select court, month, scenario, certainty, count(*) as findings, count(distinct document) as documents
from findings
group by court, month, scenario, certainty
order by court nulls first, month nulls first, scenario, certainty
