"""Mends and the fix list: what each raises, for how many works, in which order."""

import pytest

from tests.quality.edm import BY_NC, CC0, INC
from vitrine.quality import MENDS, Media, Profile, TierFacts, assess, fix_list, mends_of, next_steps, tiers
from vitrine.quality.mends import BY_ID
from vitrine.quality.stated import bits
from vitrine.records import Date, Event, Maker, Place, Record, Rights, Surrogate, Term, Text


def image(width=1200, height=800, media_type="image/jpeg") -> Surrogate:
    return Surrogate("a.jpg", url="https://museum.org/a.jpg", type=media_type, width=width, height=height)


GOOD = {
    "titles": (Text("The Night Watch", "en"),),
    "descriptions": (Text("A militia company of the city moves out, led by its captain.", "en"),),
    "object_types": (Term((Text("painting", "en"),)),),
    "makers": (Maker("Rembrandt", born=1606),),
    "materials": (Term((Text("oil", "en"),)),),
    "events": (Event("production", Date("1642", earliest=1642, latest=1642)),),
    "media_kind": "IMAGE",
    "rights_of_object": Rights(CC0),
    "surrogates": (image(),),
}


def profile(**fields) -> Profile:
    return Profile.from_key(assess(Record(id="ours:1", key="1", **GOOD | fields)).profile_key)


def raised(mend: str, **fields) -> dict[str, tuple[str, str]]:
    """What a mend raises in a good record with these fields: tier before and after by dimension."""
    found = [fix for fix in fix_list([(profile(**fields), 1)]) if fix.id == mend]
    return {rise.dimension: (rise.before, rise.after) for fix in found for rise in fix.rises}


def test_the_best_record_needs_nothing():
    assert (profile().content, profile().metadata) == (4, "C")
    assert fix_list([(profile(), 3)]) == []
    assert mends_of(profile()) == frozenset()
    assert next_steps(profile()) == []
    assert fix_list([]) == []


UNTAGGED = {"titles": (Text("x"),), "descriptions": (Text("y"),), "object_types": (), "materials": ()}


@pytest.mark.parametrize(
    ("mend", "fields", "expected"),
    [
        ("state-open-rights", {"rights_of_object": None}, {"content": ("2", "4"), "rights": ("missing", "open")}),
        ("state-open-rights", {"rights_of_object": Rights(BY_NC)}, {"content": ("3", "4")}),
        ("state-open-rights", {"rights_of_object": Rights(INC)}, {}),
        ("state-open-rights", {"rights_of_object": Rights(text="?"), "surrogates": ()}, {"rights": ("free-text", "open")}),
        ("state-restricted-rights", {"rights_of_object": None}, {"content": ("2", "3"), "rights": ("missing", "restricted")}),
        ("state-restricted-rights", {"rights_of_object": Rights(BY_NC)}, {}),
        ("measure-media", {"surrogates": (image(None, None),)}, {"content": ("0", "4")}),
        ("measure-media", {"surrogates": (image(None, None),), "rights_of_object": Rights(INC)}, {"content": ("0", "2")}),
        ("measure-media", {"surrogates": (image(10, 10),)}, {}),
        ("measure-media", {"surrogates": (image(None, None, ""),), "media_kind": "SOUND"}, {"content": ("0", "4")}),
        ("supply-larger-image", {"surrogates": (image(500, 300),)}, {"content": ("1", "4")}),
        ("supply-larger-image", {"surrogates": ()}, {}),
        ("supply-image", {"surrogates": ()}, {"content": ("0", "4")}),
        ("supply-image", {"surrogates": (), "media_kind": None}, {"content": ("0", "4")}),
        ("supply-image", {"surrogates": (), "media_kind": "VIDEO"}, {}),
        ("supply-recording", {"surrogates": (), "media_kind": "VIDEO"}, {"content": ("0", "4")}),
        ("supply-recording", {"surrogates": (), "media_kind": "3D"}, {"content": ("0", "4")}),
        ("supply-recording", {"surrogates": ()}, {}),
        ("state-landing-page", {"surrogates": (), "media_kind": "TEXT"}, {"content": ("0", "1")}),
        ("state-landing-page", {"surrogates": ()}, {}),
        ("tag-titles", {"titles": (Text("x"),), "descriptions": (Text("y"),)}, {"metadata": ("B", "C"), "language": ("B", "C")}),
        ("tag-texts", UNTAGGED, {"metadata": ("0", "A"), "language": ("0", "C")}),
        ("tag-descriptions", UNTAGGED, {"metadata": ("0", "A"), "language": ("0", "B")}),
        ("state-type", {"object_types": ()}, {"metadata": ("B", "C"), "enabling": ("B", "C")}),
        ("state-material", {"materials": ()}, {"metadata": ("B", "C"), "enabling": ("B", "C")}),
        ("state-date", {"events": ()}, {"metadata": ("B", "C"), "enabling": ("B", "C"), "contextual": ("B", "C")}),
        ("state-location", {"events": ()}, {"metadata": ("B", "C"), "enabling": ("B", "C"), "contextual": ("B", "C")}),
        ("link-person", {"makers": (Maker("Rembrandt"),)}, {"metadata": ("B", "C"), "contextual": ("B", "C")}),
        ("date-persons", {"makers": (Maker("R.", uris=("x",)),)}, {"metadata": ("B", "C"), "contextual": ("B", "C")}),
        ("date-persons", {"makers": (Maker("R."),)}, {}),
        ("link-concept", {"makers": (Maker("R."),)}, {"metadata": ("B", "C"), "contextual": ("B", "C")}),
        (
            "match-concepts",
            {"makers": (Maker("R."),), "subjects": (Term((Text("war", "en"),), ("x",)),)},
            {"metadata": ("B", "C"), "contextual": ("B", "C")},
        ),
        (
            "locate-places",
            {"makers": (Maker("R."),), "places": (Place((Text("Amsterdam", "nl"),), ("x",)),)},
            {"metadata": ("B", "C"), "contextual": ("B", "C")},
        ),
        ("link-place", {"makers": (Maker("R."),)}, {"metadata": ("B", "C"), "contextual": ("B", "C")}),
        (
            "add-description",
            {"descriptions": (), "materials": (Term((Text("oil"),)),)},
            {"metadata": ("B", "C"), "language": ("B", "C")},
        ),
    ],
)  # fmt: skip
def test_what_a_mend_raises(mend, fields, expected):
    assert raised(mend, **fields) == expected


def test_every_mend_raises_something_somewhere():
    poor = TierFacts(
        kind="TEXT", stated=bits("dc:title", "dc:title~", "linked:Place", "linked:Agent", "linked:Concept")
    )
    video = TierFacts(kind="VIDEO")
    small = assess(Record(id="x", key="x", media_kind="IMAGE", surrogates=(image(500, 300), image(None, None)))).facts
    bare = TierFacts(kind="IMAGE", media=small.media, cap=4, stated=bits("dc:description", "dc:description~"))
    for mend in MENDS:
        facts = [poor, video, small, bare]
        assert any(tiers(mend.apply(one)) != tiers(one) for one in facts) or mend.rights, mend.id


@pytest.mark.parametrize("mend", MENDS, ids=[mend.id for mend in MENDS])
def test_a_mend_lowers_no_tier_and_is_done_once(mend):
    """What is added with its language, or completes what is there, can only help: of the best as of the poorest record."""
    for one in (
        TierFacts(),
        TierFacts(kind="IMAGE"),
        TierFacts(kind="SOUND"),
        profile().facts,
        profile(**UNTAGGED).facts,
    ):
        after = mend.apply(one)
        assert all(str(new) >= str(old) for old, new in zip(tiers(one), tiers(after), strict=True))
        assert tiers(mend.apply(after)) == tiers(after)


def test_a_licence_that_is_freer_already_stays():
    free, closed = Media("image", 950_000, cap=4), Media("image", 100_000, cap=2)
    facts = TierFacts(kind="IMAGE", thumbnail=True, media=(free, closed))
    assert set(BY_ID["state-restricted-rights"].apply(facts).media) == {free, Media("image", 100_000, cap=3)}


def test_works_are_counted_by_profile_and_the_filter_names_the_mend():
    closed, small, good = profile(rights_of_object=Rights(BY_NC)), profile(surrogates=(image(500, 300),)), profile()
    fixes = {fix.id: fix for fix in fix_list([(closed, 700), (small, 20), (good, 5)])}
    assert set(fixes) == {"state-open-rights", "supply-larger-image", "supply-image"}
    rights = fixes["state-open-rights"]
    assert (rights.works, rights.filter, rights.at_most) == (700, "mend=state-open-rights", False)
    assert [(rise.dimension, rise.before, rise.after, rise.works) for rise in rights.rises] == [
        ("content", "3", "4", 700)
    ]
    assert fixes["supply-image"].works == 20
    assert mends_of(closed) == {"state-open-rights"}
    assert mends_of(small) == {"supply-larger-image", "supply-image"}


def test_a_work_that_rises_twice_is_counted_once():
    (fix,) = [fix for fix in fix_list([(profile(events=()), 10)]) if fix.id == "state-date"]
    assert fix.works == 10
    assert [rise.works for rise in fix.rises] == [10, 10, 10]


def order(*counted) -> list[str]:
    return [fix.id for fix in fix_list(counted)]


def test_the_most_for_the_least_effort_comes_first():
    """One tier at effort 1, three tiers at 4, three at 8: 100 works weigh 100, 75, 37.5."""
    closed, small = profile(rights_of_object=Rights(BY_NC)), profile(surrogates=(image(500, 300),))
    assert order((closed, 100), (small, 100)) == ["state-open-rights", "supply-larger-image", "supply-image"]
    assert order((closed, 50), (small, 100)) == ["supply-larger-image", "state-open-rights", "supply-image"]
    assert order((closed, 30), (small, 100)) == ["supply-larger-image", "supply-image", "state-open-rights"]


def test_a_part_of_a_tier_is_worth_less_than_a_whole_one():
    """Where the language of titles raises the metadata tier, it comes before more works where it raises a part only."""
    whole = profile(titles=(Text("x"),), descriptions=(Text("y"),))
    part = profile(titles=(Text("x"),), descriptions=(Text("y"),), makers=(), events=(), materials=())
    assert "metadata" in {
        rise.dimension for fix in fix_list([(whole, 1)]) for rise in fix.rises if fix.id == "tag-titles"
    }
    (fix,) = [fix for fix in fix_list([(part, 1)]) if fix.id == "tag-titles"]
    assert [rise.dimension for rise in fix.rises] == ["language"]
    closed = profile(rights_of_object=Rights(BY_NC))
    found = order((part, 100), (closed, 60))
    assert found.index("state-open-rights") < found.index("tag-titles")


def test_what_is_only_known_when_it_is_made_is_marked():
    (fix,) = [fix for fix in fix_list([(profile(surrogates=(image(None, None),)), 1)]) if fix.id == "measure-media"]
    assert fix.at_most


class TestNextSteps:
    def test_one_step_is_enough(self):
        assert [(step.id, step.dimension, step.before, step.after) for step in next_steps(profile(makers=()))] == [
            ("state-location", "metadata", "B", "C")
        ]

    def test_content_comes_before_metadata(self):
        steps = next_steps(profile(rights_of_object=Rights(BY_NC), makers=()))
        assert [(step.id, step.dimension) for step in steps] == [
            ("state-open-rights", "content"),
            ("state-location", "metadata"),
        ]

    def test_rights_that_are_not_stated_come_first(self):
        steps = next_steps(profile(rights_of_object=None, surrogates=()))
        assert [(step.id, step.dimension, step.before, step.after) for step in steps] == [
            ("state-open-rights", "rights", "missing", "open"),
            ("supply-image", "content", "0", "2"),
        ]

    def test_steps_that_only_help_together_come_together(self):
        """Neither the language nor a place is enough alone: four texts without a language, nothing to find the work by."""
        texts = (Text("x"), Text("y", kind="former"))
        fields = {
            "titles": texts,
            "descriptions": (Text("z"),),
            "provenance": (Text("z"),),
            "rights_of_object": Rights(INC),
        }
        poor = assess(Record(id="x", key="x", media_kind="IMAGE", **fields))
        steps = [step for step in next_steps(Profile.from_key(poor.profile_key)) if step.dimension == "metadata"]
        assert [(step.id, step.before, step.after) for step in steps] == [
            ("tag-texts", "0", "A"),
            ("state-location", "0", "A"),
        ]

    def test_making_all_of_them_reaches_what_they_say(self):
        for fields in (UNTAGGED, {"makers": (), "events": (), "object_types": ()}, {"surrogates": ()}):
            start = profile(**fields)
            for dimension in ("content", "metadata"):
                facts = start.facts
                steps = [step for step in next_steps(start) if step.dimension == dimension]
                for step in steps:
                    facts = BY_ID[step.id].apply(facts)
                if steps:
                    assert str(getattr(tiers(facts), dimension)) == steps[0].after
