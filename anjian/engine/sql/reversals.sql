-- Decisions that quashed, changed or remanded another, by court, month and kind.
select court, month, kind, count(*) as decisions
from (
    select court, month, json_extract_string(brief, '$[{reversal}][0]') as kind
    from documents
    where brief is not null
) as told
where kind is not null
group by court, month, kind
order by court nulls first, month nulls first, kind
