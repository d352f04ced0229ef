-- The documents that can be linked: of several with the same id the first that came, with what it is linked by.
select document, part, place, key, restated, offers, seeks, groups
from (
    select *, row_number() over (partition by document order by part, place) as nth
    from checked
    where brief is not null
) as numbered
where nth = 1
