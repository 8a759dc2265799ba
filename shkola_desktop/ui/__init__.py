"""The window: draws values and reports wishes."""
