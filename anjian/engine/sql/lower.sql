-- The labels one round later: each document, and the document it is labelled by, takes the least label of the labels
-- of its neighbours. Labels reach the least document of a chain in about as many rounds as its length has binary digits.
with above as (
    select labels.document, one_up.label
    from labels join labels as one_up on one_up.document = labels.label
),
told as (
    select labels.label as document, above.label
    from edges
    join labels on labels.document = edges.a
    join above on above.document = edges.b
    union all
    select edges.a as document, above.label from edges join above on above.document = edges.b
    union all
    select document, label from above
)
select document, min(label) as label from told group by document
