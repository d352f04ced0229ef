-- How many documents were read, how many were not, and how many have a finding.
select
    count(*) filter (where skipped is null) as documents,
    count(*) filter (where skipped is not null) as skipped,
    (select count(*) from (select distinct part, place from found) as marked) as with_findings
from checked
