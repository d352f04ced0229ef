"""民事行政执行: money and claims."""
