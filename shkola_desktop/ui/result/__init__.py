"""Points, levels, deficits."""
