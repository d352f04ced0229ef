-- Every document that belongs with another, labelled by itself.
select distinct a as document, a as label from edges
