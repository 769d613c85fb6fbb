"""How a work is cited: in a sentence, and for programs that keep references (BibTeX, RIS)."""

import re
from datetime import date
from typing import NamedTuple

from django.template.defaultfilters import slugify
from django.utils.formats import date_format
from django.utils.translation import gettext

from vitrine.records import Record
from vitrine.server.site.words.labels import Label

_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


class Citation(NamedTuple):
    """What a citation is made of; blank where it is not recorded. `address` is the work's lasting one, `seen` the day."""

    makers: tuple[str, ...]
    title: str
    date: str
    medium: str
    holder: str
    number: str
    site: str
    address: str
    seen: date

    @property
    def sentence(self) -> str:
        """The citation as a sentence."""
        seen = gettext("seen on {date}").format(date=date_format(self.seen, "DATE_FORMAT"))
        kept = ", ".join(part for part in (self.holder, self.number) if part)
        parts = (", ".join(self.makers), self.title, self.date, self.medium, kept, self.site, self.address, seen)
        written = [part.rstrip(".") for part in parts if part]
        return ". ".join(f"{part[:1].upper()}{part[1:]}" if part == seen else part for part in written) + "."

    @property
    def name(self) -> str:
        """A file name that says what is cited."""
        return slugify(" ".join((*self.makers[:1], self.title[:60], self.number[:40]))) or "work"

    def bibtex(self) -> str:
        """The citation as an entry of BibTeX."""
        fields = {
            "author": " and ".join(f"{{{_tex(maker)}}}" for maker in self.makers),
            "title": _tex(self.title),
            "date": _tex(self.date),
            "howpublished": _tex(self.medium),
            "organization": _tex(self.holder),
            "note": _tex(self.number),
            "url": self.address,
            "urldate": self.seen.isoformat(),
        }
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
        return f"@misc{{{self.name},\n{lines}\n}}\n"

    def ris(self) -> str:
        """The citation as an entry of RIS, one line for each value."""
        lines = [
            ("TY", "ART"),
            *(("AU", maker) for maker in self.makers),
            ("TI", self.title),
            ("DA", self.date),
            ("M3", self.medium),
            ("AN", self.number),
            ("DP", self.holder or self.site),
            ("UR", self.address),
            ("Y2", self.seen.strftime("%Y/%m/%d")),
            ("ER", ""),
        ]
        return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value or tag == "ER")


def citation(record: Record, label: Label, site: str, address: str, seen: date) -> Citation:
    """Return the citation of a work as a visitor sees it on the day `seen`."""
    return Citation(
        makers=tuple(_line(maker.name) for maker in record.makers if not maker.anonymous and maker.name),
        title=_line(label.plain_title),
        date=_line(label.date.value) if label.date else "",
        medium=_line(", ".join(text.value for text in label.medium)),
        holder=_line(record.holder.name) if record.holder else "",
        number=_line(label.number),
        site=_line(site),
        address=address,
        seen=seen,
    )


def _line(value: str) -> str:
    """Return a value on one line: a line break would begin another field."""
    return " ".join(str(value).split())


def _tex(value: str) -> str:
    return re.sub(r"[\\{}~^&%$#_]", lambda match: _BIBTEX[match[0]], value)
