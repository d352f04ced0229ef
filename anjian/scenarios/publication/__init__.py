"""公开: before publication."""
