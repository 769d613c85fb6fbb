from urllib.parse import unquote

from django.urls import resolve, reverse
from hypothesis import given
from hypothesis import strategies as st

from vitrine.server.site.keys import KeyConverter

KEYS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
AWKWARD = st.text(st.sampled_from("/.~%?#\\ a0\n\x00é"), min_size=1, max_size=12)


@given(KEYS | AWKWARD)
def test_every_key_comes_back_from_its_address(key: str) -> None:
    assert KeyConverter().to_python(KeyConverter().to_url(key)) == key


@given(KEYS | AWKWARD)
def test_nothing_in_an_address_is_folded_on_the_way(key: str) -> None:
    written = KeyConverter().to_url(key)
    assert not set(written) & set("?#%\\\x00\n")
    assert not {"", ".", ".."} & set(written.split("/"))


@given(KEYS)
def test_a_work_is_found_at_its_own_address(key: str) -> None:
    found = resolve(unquote(reverse("work", args=["museum", key])))
    assert found.view_name == "work"
    assert found.kwargs == {"source": "museum", "key": key}


def test_an_ordinary_key_stays_as_it_is() -> None:
    assert reverse("work", args=["tate", "N00530"]) == "/works/tate/N00530"
    assert reverse("work", args=["edm", "item/12/a.b"]) == "/works/edm/item/12/a.b"


def test_a_tilde_that_is_no_escape_is_a_tilde() -> None:
    assert KeyConverter().to_python("a~b~ZZ") == "a~b~ZZ"
    assert KeyConverter().to_python("~FF") == "~FF"
