"""One court document, read into facts; every fact keeps its place in the text."""

from .judgment import Judgment, read

__all__ = ["Judgment", "read"]
