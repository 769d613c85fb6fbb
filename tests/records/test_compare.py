"""Two versions can be compared: what changed, from what, to what."""

from vitrine.records import Change, Origin, Record, Rights, Text, changes


def test_equal_versions_have_no_changes():
    record = Record("a:1", "1", titles=(Text("x"),))
    assert changes(record, record) == []


def test_when_a_record_was_read_is_no_change_of_the_work():
    assert (
        changes(
            Record("a:1", "1", origin=Origin("a", read_at="2025")),
            Record("a:1", "1", origin=Origin("a", read_at="2026")),
        )
        == []
    )


def test_the_deepest_path_that_differs_is_named():
    before = Record("a:1", "1", titles=(Text("x", "en"), Text("y", "it")), rights_of_object=Rights(uri="one"))
    after = Record("a:1", "1", titles=(Text("x", "en"), Text("z", "it")), rights_of_object=Rights(uri="two"))
    assert changes(before, after) == [
        Change("titles[1].value", "y", "z"),
        Change("rights_of_object.uri", "one", "two"),
    ]


def test_what_came_and_what_went():
    before = Record("a:1", "1", landing_page="here")
    after = Record("a:1", "1", titles=(Text("x"),))
    assert changes(before, after) == [
        Change("titles", None, [{"value": "x"}]),
        Change("landing_page", "here", None),
    ]
