"""文书: the document itself."""
