"""Anjian 案鉴: the case as a mirror."""

__version__ = "0.1.0"
