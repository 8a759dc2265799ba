"""The school, its people, the look, backups, keys."""
