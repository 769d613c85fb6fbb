"""Which works may enter a game: a record of every kind that may not, for both games, and that nothing opens but what should."""

from datetime import date
from typing import Any

import msgspec
import pytest
from django.utils.translation import override

from tests.server.figures.conftest import approve, approved, old
from tests.works import picture, put
from vitrine.records import CommunityLabel, Date, Event, Maker, Rights, Sensitivity, Surrogate, Term, Text, encode
from vitrine.server.collection.models import Version, Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.approved import approved_faces, approved_figures
from vitrine.server.figures.entering import bars, refusal, refusals
from vitrine.server.figures.models import Assurance, Figure, Kind

GAMES = ("poses", "faces")
TODAY = date(2026, 11, 24)
YOUNG = Event("production", Date("1980", "1980", 1980, 1980))
UNDATED = {"events": (), "makers": (Maker("Ada Brown"),)}
PHOTOGRAPH = {"object_types": (Term((Text("Photograph", "en"),)),)}


def person(label: str) -> Term:
    return Term((Text(label, "en"),), kind="person")


BARRED: dict[str, dict[str, Any]] = {
    **{
        f"flag {kind}": {"sensitivities": (Sensitivity(kind),)}
        for kind in msgspec.inspect.type_info(Sensitivity).fields[0].type.values  # type: ignore[attr-defined]
    },
    "secret label": {"community_labels": (CommunityLabel("https://localcontexts.org/label/tk-secret-sacred/"),)},
    "open label": {"community_labels": (CommunityLabel("https://localcontexts.org/label/tk-attribution/"),)},
    "unknown label": {"community_labels": (CommunityLabel("", "A notice"),)},
    "nude in the title": {"titles": (Text("Reclining nude", "en"),)},
    "nude in German": {"titles": (Text("Weiblicher Akt", "de"),)},
    "erotic subject": {"subjects": (Term((Text("Erotic scene", "en"),)),)},
    "violence named": {"subjects": (Term((Text("violence", "en"),)),)},
    "Judith in Italian": {"titles": (Text("Giuditta e Oloferne", "it"),)},
    "nude by Iconclass": {"subjects": (Term((), ("https://iconclass.org/31A1",)),)},
    "nude by AAT": {"object_types": (Term((), ("http://vocab.getty.edu/aat/300189568",)),)},
    "violent subject": {"subjects": (Term((Text("massacre", "en"),)),)},
    "sitter without dates": {"makers": (Maker("Eva", role="sitter"),), "events": (YOUNG,)},
    "sitter born lately": {"makers": (Maker("Eva", role="Sitter", born=1950),), "events": (YOUNG,)},
    "sitter who dies in the future": {
        "makers": (Maker("Eva", role="sitter", born=1950, died=2950),),
        "events": (YOUNG,),
    },
    "person of no dates": {"subjects": (person("Eva Berg"),), "events": (YOUNG,)},
    "person born lately": {"subjects": (person("Eva Berg (born 1960)"),), "events": (YOUNG,)},
    "one of two lives": {"subjects": (person("A (1900–1950)"), person("B (1960–)")), "events": (YOUNG,)},
    "young photograph": {**PHOTOGRAPH, "events": (YOUNG,)},
    "undated photograph": {**PHOTOGRAPH, **UNDATED},
    "photograph by its technique": {"materials": (Term((Text("Gelatin silver print", "en"),)),), "events": (YOUNG,)},
    "young portrait": {"titles": (Text("Portrait of a woman", "en"),), "events": (YOUNG,)},
    "undated portrait in Swedish": {"titles": (Text("Porträtt av en dam", "sv"),), **UNDATED},
    "portrait whose title says when it was made": {"titles": (Text("Portrait, 1975-80", "en"),), **UNDATED},
    "photograph with a number like years": {"titles": (Text("Negative 1500-23", "en"),), **PHOTOGRAPH, **UNDATED},
    "two people and one life": {
        "titles": (Text("Anna (1614-1662) and Eva", "en"),),
        "subjects": (person("Anna"), person("Eva")),
        **UNDATED,
    },
    "self-portrait of one who lives": {
        "titles": (Text("Self-portrait", "en"),),
        "makers": (Maker("Eva", born=1950),),
        "events": (YOUNG,),
    },
    "no rights": {"rights_of_object": None},
    "in copyright": {"rights_of_object": Rights("http://rightsstatements.org/vocab/InC/1.0/")},
    "not evaluated": {"rights_of_object": Rights("http://rightsstatements.org/vocab/CNE/1.0/")},
    "picture in copyright": {
        "surrogates": (Surrogate("a.jpg", rights=Rights("http://rightsstatements.org/vocab/InC/1.0/")),)
    },
}
"""What keeps a work out, however well its key points are approved."""


@pytest.mark.parametrize("game", GAMES)
@pytest.mark.parametrize("name", BARRED)
def test_none_of_these_enters_a_game(name: str, game: Any) -> None:
    work = approved(old(**BARRED[name]))
    assert refusal(work, game)
    assert not [*approved_figures()]
    assert not [*approved_faces()]


def test_an_old_free_work_with_approved_points_enters_both(dancer: Work) -> None:
    assert refusals([dancer], "poses") == {dancer.pk: None}
    assert refusal(dancer, "faces") is None
    (figure,) = approved_figures()
    (face,) = approved_faces(Work.objects.filter(pk=dancer.pk))
    assert (figure.work, figure.media.key, len(figure.figure.points)) == (dancer, "a.jpg", 33)
    assert figure.data["size"] == [800, 600]
    assert len(face.face.points) == len(face.data["points"]) == 468
    assert not [*approved_figures(Work.objects.none())]


@pytest.mark.parametrize(
    "fields",
    [
        {"events": (Event("production", Date("1900", "1900", 1900, 1900)),), **PHOTOGRAPH},
        {"events": (YOUNG,), "subjects": (person("Eva Berg (1900–1985)"),), **PHOTOGRAPH},
        {"events": (YOUNG,), "makers": (Maker("Eva", role="sitter", died=1999),)},
        {"events": (), "titles": (Text("Portrait", "en"),), "makers": (Maker("R", born=1606, died=1669),)},
        {"events": (YOUNG,), "titles": (Text("A street", "en"),)},
        {"titles": (Text("An actor in a nugget mine", "en"),)},
        {"titles": (Text("Leopold (1614-1662)", "sv"),), "subjects": (person("Leopold"),), **UNDATED},
        {"titles": (Text("Lovisa Elisabet, 1646-90", "sv"),), "subjects": (person("Lovisa"),), **UNDATED},
    ],
)
def test_what_shows_nobody_living_is_not_barred(fields: dict[str, Any]) -> None:
    assert bars(old(**fields), set(), TODAY) is None


def test_a_copy_after_a_dead_master_may_be_young() -> None:
    after = Maker("Rembrandt", qualifier="after", died=1669)
    assert bars(old(events=(), makers=(after,), **PHOTOGRAPH), set(), TODAY)


def test_one_word_of_a_person_opens_one_question_and_no_other() -> None:
    young = approved(old(**BARRED["young portrait"]))
    deciding.assure(young, "delicate", "It is a still life.", "Ada")
    assert refusal(young, "poses")
    word = deciding.assure(young, "living", "She died in 1990, see her file.", "Ada")
    assert refusal(young, "poses") is None
    deciding.withdraw(word, "Bo")
    assert refusal(young, "poses")
    assert Assurance.objects.get(pk=word.pk).ended_by == "Bo"
    with pytest.raises(ValueError, match="reason"):
        deciding.assure(young, "living", "  ", "Ada")


@pytest.mark.parametrize("name", [name for name in BARRED if "flag" in name or "label" in name])
def test_no_word_opens_what_is_flagged_or_labelled(name: str) -> None:
    work = approved(old(**BARRED[name]))
    for about in Assurance.About.values:
        deciding.assure(work, about, "I think so.", "Ada")
    assert refusal(work, "poses")
    assert refusal(work, "faces")


def test_points_that_nobody_approved_are_not_enough() -> None:
    work = put(old(), {"a.jpg": picture()})
    assert "approved" in (refusal(work, "poses") or "")
    figure = approve(work, Kind.POSE)
    assert refusal(work, "poses") is None
    assert "face" in (refusal(work, "faces") or "")
    deciding.set_aside(figure_now(figure), "Ada")
    assert refusal(work, "poses")
    deciding.reopen(figure_now(figure), "Ada")
    assert refusal(work, "poses")


def figure_now(figure: Figure) -> Figure:
    return Figure.objects.get(pk=figure.pk)


def test_a_new_picture_asks_for_approval_again(dancer: Work) -> None:
    media = WorkMedia.objects.get(work=dancer)
    other = put(old("2"), {"b.jpg": picture(1, 2, 3)})
    media.file = WorkMedia.objects.get(work=other).file
    media.save()
    assert refusal(dancer, "poses")
    assert not [*approved_figures()]


def test_a_picture_that_the_record_no_longer_names_is_gone(dancer: Work) -> None:
    version = Version.objects.get(work=dancer)
    version.data = encode(old(surrogates=(Surrogate("other.jpg"),)))
    version.save()
    assert refusal(dancer, "poses")
    assert not [*approved_figures()]
    assert not [*approved_faces()]


def test_a_deleted_picture_or_work_is_gone(dancer: Work) -> None:
    WorkMedia.objects.filter(work=dancer).delete()
    assert refusal(dancer, "poses")
    assert not [*approved_figures()]
    pk, dancer_pk = approved(old("2")), dancer.pk
    Work.objects.filter(pk=dancer_pk).delete()
    assert "no longer" in (refusal(dancer, "poses") or "")
    assert [one.work for one in approved_figures()] == [pk]


def test_a_picture_that_could_not_be_stored_is_not_shown(dancer: Work) -> None:
    WorkMedia.objects.filter(work=dancer).update(state=WorkMedia.State.FAILED)
    assert refusal(dancer, "faces")


def test_the_reason_comes_in_the_readers_language() -> None:
    work = approved(old(rights_of_object=None))
    with override("en"):
        assert "rights" in (refusal(work, "poses") or "").lower()
