"""法律适用: the law that is cited."""
