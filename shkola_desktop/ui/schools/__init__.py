"""The registry of an office on the screen: schools, or the districts of a region."""
