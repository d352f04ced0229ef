-- Why decisions were reversed or remanded, as `anjian chains --causes` adds them up.
select cause, count(*) as decisions
from (
    select unnest(json_extract_string(brief, '$[{reversal}][2][*][0]')) as cause
    from documents
    where brief is not null
) as told
group by cause
order by decisions desc, cause
