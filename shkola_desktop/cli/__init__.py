"""The command line: every command calls the same use cases as the window."""
