-- Pairs of documents that belong together: one restates the number of the other, both have one number, or one
-- seeks what exactly one other offers. Of those with one number the least stands for all, so that the pairs stay few.
with numbered as (
    select key, min(document) as document from firsts where key is not null group by key
),
offered as (
    select key, min(document) as document
    from (select document, unnest(offers) as key from firsts) as each_offer
    group by key
    having count(*) = 1
),
named as (
    select document, key from firsts where key is not null
    union all
    select document, unnest(restated) as key from firsts
),
pairs as (
    select named.document as a, numbered.document as b from named join numbered on numbered.key = named.key
    union all
    select sought.document as a, offered.document as b
    from (select document, unnest(seeks) as key from firsts) as sought
    join offered on offered.key = sought.key
)
select a, b from pairs where a <> b
union
select b as a, a as b from pairs where a <> b
