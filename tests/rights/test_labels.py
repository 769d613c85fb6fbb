"""Local Contexts labels, by responsible-ai.md 5.5 and 5.6."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.records import CommunityLabel
from vitrine.rights import label_uri, treatment

CLOSED = [
    "secret-sacred",
    "culturally-sensitive",
    "men-restricted",
    "women-restricted",
    "community-use-only",
    "seasonal",
]
OTHERS = [
    "attribution", "clan", "family", "multiple-communities", "community-voice", "creative", "verified", "non-verified",
    "women-general", "men-general", "commercial", "non-commercial", "outreach", "open-to-collaboration",
]  # fmt: skip


@pytest.mark.parametrize("label", CLOSED)
def test_labels_that_close_a_work(label: str) -> None:
    assert treatment(f"https://localcontexts.org/label/tk-{label}/") == "refuse"


@pytest.mark.parametrize(
    "label", [*(f"tk-{label}" for label in OTHERS), "bc-provenance", "bc-research-use", "tk-new-one"]
)
def test_any_other_label_needs_a_person(label: str) -> None:
    assert treatment(f"https://localcontexts.org/label/{label}/") == "needs a person"


@pytest.mark.parametrize(
    "uri",
    ["https://localcontextshub.org/projects/1", "https://localcontexts.org/notice/tk-notice/", "TK SS", "", "\x00"],
)
def test_what_is_not_known_needs_a_person(uri: str) -> None:
    assert treatment(uri) == "needs a person"


@pytest.mark.parametrize(
    "uri",
    [
        "https://localcontexts.org/label/tk-secret-sacred/",
        "http://www.localcontexts.org/label/tk-secret-sacred",
        "HTTPS://LocalContexts.org/label/TK-Secret-Sacred/",
        "localcontexts.org/label/tk-secret-sacred/?lang=es",
        "https://localcontexts.org/es/label/tk-secret-sacred/",
        "https://localcontexts.org/label/tk-secret-sacred/es/",
        "http://localcontexts.org/tk/ss/1.0",
        " <https://localcontexts.org/label/tk-secret-sacred/> ",
    ],
)
def test_every_form_of_an_address_is_one_label(uri: str) -> None:
    assert label_uri(uri) == "https://localcontexts.org/label/tk-secret-sacred/"
    assert treatment(uri) == "refuse"


def test_seasonal_is_open_only_if_the_community_says_so() -> None:
    uri = "https://localcontexts.org/label/tk-seasonal/"
    assert treatment(uri) == "refuse"
    assert treatment(uri, in_season=True) == "needs a person"
    assert treatment("https://localcontexts.org/label/tk-secret-sacred/", in_season=True) == "refuse"


def test_a_name_can_close_and_not_open() -> None:
    assert treatment(CommunityLabel("", name="TK Secret / Sacred (TK SS)")) == "refuse"
    assert treatment(CommunityLabel("https://localcontextshub.org/x", name="TK Women Restricted")) == "refuse"
    secret = "https://localcontexts.org/label/tk-secret-sacred/"
    assert treatment(CommunityLabel(secret, name="TK Attribution")) == "refuse"


@given(st.text())
def test_addresses_are_stable(uri: str) -> None:
    assert label_uri(label_uri(uri)) == label_uri(uri)
