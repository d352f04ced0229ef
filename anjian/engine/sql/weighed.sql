-- The documents as they were checked, with the number of their findings by certainty.
with counted as (
    select
        part,
        place,
        count(*) filter (where told.certainty = 'certain') as certain,
        count(*) filter (where told.certainty = 'likely') as likely,
        count(*) filter (where told.certainty = 'hint') as hint
    from found
    group by part, place
)
select
    checked.*,
    coalesce(counted.certain, 0) as certain,
    coalesce(counted.likely, 0) as likely,
    coalesce(counted.hint, 0) as hint
from checked left join counted on counted.part = checked.part and counted.place = checked.place
