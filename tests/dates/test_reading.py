from vitrine.dates.reading import End, Reading, Span, earliest, hull, in_order, latest


def _span(low: str | None, high: str | None) -> Span:
    ends = [End(text, int(text[:4])) if text else None for text in (low, high)]
    return Span(ends[0], ends[1])


def test_circa_widens_only_the_end_it_stands_at() -> None:
    span = Span(End("1837", 1837, circa=True), End("1841", 1841))
    assert (earliest(Reading((span,)), 5), latest(Reading((span,)), 5)) == (1832, 1841)


def test_years_are_those_of_all_spans_and_open_where_one_is() -> None:
    reading = Reading((_span("1837", "1841"), _span("1850", None)), "and")
    assert (earliest(reading, 0), latest(reading, 0)) == (1837, None)


def test_a_span_ends_no_earlier_than_it_begins() -> None:
    assert in_order(_span("1837", "1841"))
    assert in_order(_span("1837-05", "1837-11"))
    assert not in_order(_span("1841", "1837"))
    assert not in_order(_span("1837-11", "1837-05"))
    assert in_order(_span("1837-05-12", "1837-05"))


def test_seasons_and_months_of_one_year_do_not_compare() -> None:
    assert in_order(_span("1837-24", "1837-05"))


def test_a_span_has_at_least_one_end() -> None:
    assert in_order(_span("1837", None))
    assert not in_order(_span(None, None))


def test_the_hull_runs_from_the_earliest_end_to_the_latest() -> None:
    assert hull(Reading((_span("1850", "1860"), _span("1837", "1855")))) == _span("1837", "1860")
    assert hull(Reading((_span("1850", "1860"), _span(None, "1855")))) == _span(None, "1860")
