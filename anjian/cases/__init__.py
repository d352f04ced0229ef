"""The documents of one dispute: what linking needs of each, and the chains they form."""
