"""Paths find values in tables and in nested data of any shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats.mapping.paths import as_text, as_texts, condition, elements, getter

DATA = {
    "title": "Bathers",
    "production.date.start": "1890",
    "maker": {"name": "Ada", "born": 1801},
    "images": [{"url": "a", "sizes": [{"w": 1}, {"w": 2}]}, {"url": "b"}],
    "tags": ["one", None, "two"],
}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "Bathers"),
        ("none", None),
        ("production.date.start", "1890"),
        ("maker.name", "Ada"),
        ("maker.none.deeper", None),
        ("title.deeper", None),
        ("images.url", ["a", "b"]),
        ("images.sizes.w", [1, 2]),
        ("images.1.url", "b"),
        ("images.7.url", None),
        ("tags", ["one", None, "two"]),
    ],
)
def test_paths(path, value):
    assert getter(path)(DATA) == value


def test_elements_of_lists_objects_and_single_values():
    assert elements("images")(DATA) == DATA["images"]
    assert elements("maker")(DATA) == [DATA["maker"]]
    assert [getter(".")(item) for item in elements("tags")(DATA)] == ["one", "two"]
    assert elements("none")(DATA) == []


TREE = {
    "name": "all",
    "children": [{"name": "a", "children": [{"name": "a1", "children": []}, {"name": "a2"}]}, {"name": "b"}],
}


@pytest.mark.parametrize("path", ["tree.**", "tree.children.**"])
def test_leaves_of_a_tree(path):
    assert [leaf["name"] for leaf in elements(path)({"tree": TREE})] == ["a1", "a2", "b"]


def test_a_tree_whose_branches_have_different_names():
    tree = {"people": {"men": [{"name": "x"}], "women": [{"name": "y", "alive": False}]}}
    assert [leaf["name"] for leaf in elements("tree.**")({"tree": tree})] == ["x", "y"]


@pytest.mark.parametrize(
    ("value", "text"),
    [("a", "a"), (None, ""), (True, "true"), (1850, "1850"), (1850.0, "1850"), (48.6, "48.6"), (float("nan"), ""), (["", "x"], "x"), ({"a": 1}, "")],
)  # fmt: skip
def test_values_as_text(value, text):
    assert as_text(value) == text
    assert "None" not in as_texts([None, value])


def test_a_number_that_python_refuses_to_write_says_nothing():
    assert as_text(10**5000) == ""


def test_conditions():
    test = condition({"role": ["artist", 1]}, {"shown": False})
    assert test({"role": "artist"})
    assert test({"role": 1, "shown": True})
    assert test({"role": ["printer", "artist"]})
    assert not test({"role": "sitter"})
    assert not test({"role": "artist", "shown": False})
    assert condition({"role": ""}, {})({})
    assert condition({}, {}) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc0"), inner, max_size=3),
    max_leaves=10,
)


@given(JSON, st.sampled_from(["a", "a.b", "a.b.c", "a.0.b", ".", "/a", "a.**", "a.b.**"]))
def test_no_data_breaks_a_path(data, path):
    item = {"a": data}
    if path.endswith("**"):
        found = elements(path)(item)
    else:
        found = getter(path)(item)
        elements(path)(item)
    as_text(found)
    assert all(isinstance(text, str) for text in as_texts(found))
