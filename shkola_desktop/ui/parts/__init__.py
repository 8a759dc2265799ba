"""Parts for colleagues: give out, fill, give back, merge."""
