"""The analytics of a district or region."""
