"""Any sequence of moves ends on an existing page."""

from hypothesis import given, settings
from hypothesis import strategies as st

from shkola_desktop.app import wizard
from shkola_desktop.app.wizard import Filter
from shkola_desktop.domain.applying import form_for
from tests.support.builders import a_diagnosis, an_edition

INDICATORS = ["a.1.1", "a.1.2", "a.2.1", "a.2.2", "b.1.1", "b.1.2"]
VARIANTS = st.sampled_from(an_edition().variants)
CODES = st.sampled_from([*INDICATORS, "a.1", "a.2", "b.1", "a", "b", "zn.1.1", ""])
OPTIONS = st.dictionaries(st.sampled_from(INDICATORS), st.just("o1"))
MOVES = st.one_of(
    st.sampled_from([(wizard.forward,), (wizard.back,), (wizard.to_next_unanswered,)]),
    st.tuples(st.just(wizard.go_to), CODES),
    st.tuples(st.just(wizard.go_to_direction), CODES),
    st.tuples(st.just(wizard.go_to_indicator), CODES),
    st.tuples(st.just(wizard.with_filter), st.sampled_from(Filter)),
    st.tuples(st.just(wizard.with_diagnosis), OPTIONS.map(a_diagnosis)),
)


@settings(deadline=None)
@given(VARIANTS, OPTIONS, st.none() | CODES, st.lists(MOVES, max_size=12))
def test_any_moves_end_on_an_existing_page(variant, options, place, moves):
    form = form_for(an_edition(), variant)
    standing = wizard.enter(form, a_diagnosis(options), place)
    for move, *arguments in moves:
        standing = move(standing, *arguments)
        assert standing.page in form.criteria
        assert standing.page in standing.direction.criteria
        assert 0 <= standing.position < len(form.criteria)
        if standing.indicator is not None:
            assert standing.indicator in {i.code for i in standing.page.indicators}
        assert all(i in standing.page.indicators for i in standing.shown)
