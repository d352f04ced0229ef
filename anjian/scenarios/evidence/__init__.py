"""事实证据: facts and evidence."""
