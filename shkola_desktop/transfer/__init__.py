"""Packages: bytes in, bytes out; and the careful way onto a stick."""
