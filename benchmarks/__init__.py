"""How fast the check is, as ratios to loops timed in the same run."""
