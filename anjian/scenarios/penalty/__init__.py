"""刑罚: the pronounced penalty."""
