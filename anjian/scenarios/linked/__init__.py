"""关联: the documents of one dispute."""
