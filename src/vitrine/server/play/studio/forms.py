"""Forms of the games' room: a kiosk, and the museum's answer about the assessment."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vitrine.server.museum.models import museum
from vitrine.server.play.models import IDLE, Assessment, Kiosk
from vitrine.server.play.places import places
from vitrine.server.site.context import own_name

_STANDING, _SEATED = "standing", "seated"


class KioskForm(forms.Form):
    """A kiosk: where it leads, and for whom. `edition` is the one that was opened."""

    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    name = forms.CharField(
        max_length=120,
        label=_("Name"),
        help_text=_("For the museum’s own people: the room, or where the screen stands."),
    )
    place = forms.ChoiceField(label=_("What is played on it"))
    idle = forms.IntegerField(
        min_value=IDLE[0],
        max_value=IDLE[1],
        label=_("Seconds without a touch until it begins anew"),
        help_text=_("A question with a countdown comes first; whoever still plays answers it with a tap."),
    )
    reach = forms.ChoiceField(
        label=_("How visitors use it"),
        choices=((_SEATED, _("Seated or standing: what is tapped lies low")), (_STANDING, _("Standing"))),
        widget=forms.RadioSelect,
    )
    child = forms.BooleanField(
        required=False,
        label=_("Children play here"),
        help_text=_("Then every game begins in child mode, and nothing is counted."),
    )
    languages = forms.MultipleChoiceField(
        required=False,
        label=_("Languages"),
        help_text=_("None ticked: all that the museum offers. The first of them greets each new visitor."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["place"]
        chosen.choices = [(one.key, one.title) for one in places()]
        offered: Any = self.fields["languages"]
        offered.choices = [(code, own_name(code)) for code, _name in museum().offered]

    @staticmethod
    def of(kiosk: Kiosk) -> dict[str, Any]:
        """Return what the form shows of a kiosk that is there."""
        return {
            "edition": kiosk.edition,
            "name": kiosk.name,
            "place": kiosk.place,
            "idle": kiosk.idle,
            "reach": _SEATED if kiosk.seated else _STANDING,
            "child": kiosk.child,
            "languages": kiosk.languages,
        }

    def written(self) -> dict[str, Any]:
        """Return what was given, by the fields of a kiosk."""
        said = self.cleaned_data
        plain = {name: said[name] for name in ("name", "place", "idle", "child", "languages")}
        return plain | {"seated": said["reach"] == _SEATED}


class AnswerForm(forms.Form):
    """How the museum answers whether a game's camera needs an assessment."""

    outcome = forms.ChoiceField(
        label=_("The assessment"),
        choices=[(str(one), one.label) for one in (Assessment.Outcome.DONE, Assessment.Outcome.NOT_NEEDED)],
        widget=forms.RadioSelect,
    )
    date = forms.DateField(
        label=_("Day on which this was decided"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        required=False,
        max_length=5000,
        label=_("Why it is not needed, or where it is filed"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answerable = forms.CharField(
        max_length=200,
        label=_("Who decided it"),
        help_text=_("A name or an office, such as the data-protection officer."),
    )

    def clean_date(self) -> datetime.date:
        """Refuse a day that has not come yet."""
        said: datetime.date = self.cleaned_data["date"]
        if said > timezone.localdate():
            raise forms.ValidationError(gettext("This day has not come yet."))
        return said

    def clean(self) -> dict[str, Any]:
        """Ask for the reason where no assessment is made."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("outcome") == Assessment.Outcome.NOT_NEEDED and not said.get("reason", "").strip():
            self.add_error("reason", gettext("Say why it is not needed: the reason is part of the answer."))
        return said
