"""The development programme: period, team, deficits, measures."""
