"""Run scenarios over much: this machine, and later a cluster."""
