-- Findings by scenario and certainty.
select told.scenario as scenario, told.certainty as certainty, count(*) as findings
from found
group by told.scenario, told.certainty
order by scenario, certainty
