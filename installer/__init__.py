"""Builds what schools install: for Windows and Linux, on Linux."""
