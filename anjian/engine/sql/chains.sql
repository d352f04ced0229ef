-- The documents of each chain, in the order of their days; a document that belongs with no other is left out.
select labels.label as chain, labels.document, told.case_number, told.court, told.decided, told.instance
from labels
join firsts on firsts.document = labels.document
join checked as told on told.part = firsts.part and told.place = firsts.place
order by labels.label, told.decided nulls last, labels.document
