"""What the standings of a school are called: alone, and of many schools."""

from shkola_desktop.domain.review import Standing

STANDINGS = {
    Standing.NOT_STARTED: "не начата",
    Standing.IN_WORK: "в работе",
    Standing.HANDED_IN: "сдана",
    Standing.RETURNED: "на доработке",
    Standing.ACCEPTED: "принята",
}
"""The standing of a self-diagnosis (product.md, District)."""
STANDINGS_OF_MANY = {
    Standing.NOT_STARTED: "не начали",
    Standing.IN_WORK: "в работе",
    Standing.HANDED_IN: "сдали",
    Standing.RETURNED: "на доработке",
    Standing.ACCEPTED: "приняты",
}
"""The same, of schools that are counted."""
