"""Packages that came: looked through, taken in, confirmed."""
