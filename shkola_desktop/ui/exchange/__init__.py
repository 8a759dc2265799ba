"""Packages for the district on a stick."""
