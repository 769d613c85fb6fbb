"""The list: what is to do, approved, set aside, and where nobody was found; one picture leads to the next."""

from django.test import Client

from tests.server.figures.conftest import approve, old
from tests.works import index, picture, put
from vitrine.server.collection.models import WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure, Kind, Look
from vitrine.server.figures.queue import Filter, following

LIST = "/studio/figures/"


def shown(client: Client, query: str = "") -> list[str]:
    return [row["one"].work.key for row in client.get(LIST + query).context["rows"]]


def test_figures_stand_under_their_state_kind_and_source(keeper: Client) -> None:
    first = approve(put(old("1"), {"a.jpg": picture(1)}), Kind.POSE)
    second = approve(put(old("2", source="theirs"), {"b.jpg": picture(2)}), Kind.FACE)
    assert shown(keeper) == []
    assert shown(keeper, "?state=approved") == ["1", "2"]
    assert shown(keeper, "?state=approved&kind=face") == ["2"]
    assert shown(keeper, "?state=approved&source=museum") == ["1"]
    deciding.set_aside(first, "Ada")
    deciding.reopen(second, "Ada")
    assert (shown(keeper, "?state=aside"), shown(keeper)) == (["1"], ["2"])
    for odd in ("?state=%00&kind=x&source=%00&after=-1", "?after=9999999999999999999999", "?q=%00", "?q=" + "x" * 5000):
        assert keeper.get(LIST + odd).status_code == 200


def test_a_new_picture_puts_an_approved_figure_back_to_do(keeper: Client) -> None:
    work = put(old("1"), {"a.jpg": picture(1)})
    approve(work, Kind.POSE)
    other = put(old("2"), {"b.jpg": picture(2)})
    WorkMedia.objects.filter(work=work).update(file=WorkMedia.objects.get(work=other).file)
    assert shown(keeper, "?state=approved") == []
    assert shown(keeper) == ["1"]
    assert "another since" in keeper.get(LIST).content.decode()


def test_where_nobody_was_found_points_can_be_placed_and_then_it_is_gone(keeper: Client) -> None:
    work = put(old("1"), {"a.jpg": picture(1)})
    Look.objects.create(media=work.media.get(), work=work, kind="pose", outcome="nobody")
    Look.objects.create(media=work.media.get(), work=work, kind="face", outcome="failed", message="<b>torn</b>")
    assert shown(keeper, "?state=nobody") == ["1", "1"]
    assert "<b>torn</b>" not in keeper.get(LIST + "?state=nobody").content.decode()
    approve(work, Kind.POSE)
    assert [row["one"].kind for row in keeper.get(LIST + "?state=nobody").context["rows"]] == ["face"]


def test_one_leads_to_the_next_and_the_last_to_the_first() -> None:
    works = [put(old(str(number)), {f"{number}.jpg": picture(number)}) for number in range(3)]
    figures = [approve(work, Kind.POSE) for work in works]
    media = [figure.media for figure in figures]
    chosen = Filter("approved")
    assert following(chosen, media[0], "pose") == (media[1].pk, "pose")
    assert following(chosen, media[2], "pose") == (media[0].pk, "pose")
    deciding.set_aside(Figure.objects.get(pk=figures[1].pk), "Ada")
    assert following(chosen, media[1], "pose") == (media[2].pk, "pose")
    Figure.objects.exclude(pk=figures[1].pk).delete()
    assert following(chosen, media[1], "pose") is None


def test_a_long_list_goes_on(keeper: Client) -> None:
    for number in range(26):
        approve(put(old(str(number)), {f"{number}.jpg": picture(number + 1)}), Kind.POSE)
    answer = keeper.get(LIST + "?state=approved")
    assert len(answer.context["rows"]) == 24
    assert len(shown(keeper, f"?state=approved&after={answer.context['after']}")) == 2


def test_a_work_is_found_by_its_words_and_opened(keeper: Client) -> None:
    work = put(old("1"), {"a.jpg": picture(1)})
    bare = put(old("2"))
    index()
    assert [one.pk for one in keeper.get(LIST + "?q=dancer").context["found"]] == [work.pk]
    answer = keeper.get(f"/studio/figures/work/{work.pk}/?kind=face")
    assert answer.headers["Location"].endswith(f"/studio/figures/{work.media.get().pk}/face/")
    assert keeper.get(f"/studio/figures/work/{bare.pk}/").status_code == 404


def test_nothing_is_looked_for_while_the_use_is_off(keeper: Client, guest: Client) -> None:
    assert keeper.post("/studio/figures/look/").headers["Location"] == LIST
    assert guest.get(LIST).status_code in (302, 403)
    assert guest.post("/studio/figures/look/").status_code in (302, 403)
