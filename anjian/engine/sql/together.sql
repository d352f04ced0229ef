-- The documents to be looked at together: chains (code is null) and groups of two or more, each under one root;
-- to be taken in the order of code, root, part and place.
with grouped as (
    select document, part, place, unnest(groups) as told from firsts
),
alike as (
    select told.code as code, told.key as root
    from grouped
    group by told.code, told.key
    having count(*) > 1
),
members as (
    select cast(null as varchar) as code, labels.label as root, firsts.part, firsts.place
    from labels join firsts on firsts.document = labels.document
    union all
    select alike.code, alike.root, grouped.part, grouped.place
    from grouped join alike on alike.code = grouped.told.code and alike.root = grouped.told.key
)
select members.code, members.root, checked.part, checked.place, checked.document, checked.brief, checked.given
from members join checked on checked.part = members.part and checked.place = members.place
