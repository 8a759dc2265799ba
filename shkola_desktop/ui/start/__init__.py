"""The first start: who we are."""
