-- Why documents could not be read, how many, and the first three of each reason.
select reason, reason_en, documents, example
from (
    select
        skipped as reason,
        skipped_en as reason_en,
        coalesce(document, source) as example,
        count(*) over (partition by skipped, skipped_en) as documents,
        row_number() over (partition by skipped, skipped_en order by part, place) as nth
    from checked
    where skipped is not null
) as numbered
where nth <= 3
order by documents desc, reason, nth
limit 3000
