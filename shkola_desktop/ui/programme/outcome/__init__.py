"""What comes of it: expected results, indicators by year, road map."""
