"""Which years of the programme a measure's term names."""

from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.terms import term_of
from shkola_desktop.words.self_check_lexicon import TERM_WORDS


def years_of(text: str, programme: Programme) -> tuple[int, ...]:
    """Return the years of the period that a term names; none where it is not clear."""
    named = term_of(text, programme.years, TERM_WORDS).years
    return tuple(year for year in named if year in programme.years)
