"""How far the schools of an office are."""
