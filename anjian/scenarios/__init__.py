"""What can be wrong in one case: one file each, by family."""
