"""程序: the procedure the document shows."""
