-- How many documents took another label in the last round.
select count(*) as moved
from labels join lower_labels on lower_labels.document = labels.document
where lower_labels.label <> labels.label
