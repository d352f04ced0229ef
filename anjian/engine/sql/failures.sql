-- Scenarios that failed, by the kind of error, and the first document by its id.
select told.scenario as scenario, told.error as error, count(*) as documents, min(told.document) as example
from (
    select unnest(failures) as told from checked
    union all
    select unnest(failures) as told from linked
) as each_failure
group by told.scenario, told.error
order by scenario, error
