-- Every finding with its document's place, court and month; of documents with the same id only the first has the
-- findings that several documents show together.
select part, place, court, month, unnest(findings) as told from checked
union all
select firsts.part, firsts.place, told.court, coalesce(strftime(told.decision_date, '%Y-%m'), '') as month, told
from (select unnest(findings) as told from linked) as later join firsts on firsts.document = told.document
