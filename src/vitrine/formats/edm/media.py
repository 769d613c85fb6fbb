"""The media of an EDM record: what its aggregations link to, with what the edm:WebResources say of it."""

from vitrine.formats.edm.entities import Reader
from vitrine.formats.edm.graph import DC, EBUCORE, EDM, Graph, Value, link
from vitrine.formats.statements import rights_of
from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT
from vitrine.records import UNDETERMINED, Holder, Rights, Surrogate, Text

_SHOWN_BY, _VIEW, _OBJECT, _SHOWN_AT = f"{EDM}isShownBy", f"{EDM}hasView", f"{EDM}object", f"{EDM}isShownAt"
_RIGHTS = f"{EDM}rights"
_PREVIEW = f"{EDM}preview"
_DATA_PROVIDER = f"{EDM}dataProvider"
_PURPOSES = ((_SHOWN_BY, "master"), (_VIEW, "view"), (_OBJECT, "thumbnail"))

_MEDIA_TYPE = f"{EBUCORE}hasMimeType"
_WIDTH, _HEIGHT, _SIZE = f"{EBUCORE}width", f"{EBUCORE}height", f"{EBUCORE}fileByteSize"
_MOST_DIGITS = 9
_SOURCE_TYPE = ("{http://schema.org/}digitalSourceType", "{https://schema.org/}digitalSourceType")


class Media:
    """What the aggregations of a record say of its media, its rights and its holder."""

    def __init__(self, graph: Graph, reader: Reader) -> None:
        self._graph, self._reader = graph, reader
        self._links: dict[str, list[str]] = {}
        self.holder: Holder | None = None
        for aggregation in graph.aggregations:
            for child in aggregation[CHILDREN]:
                if child[TAG] == _DATA_PROVIDER:
                    self.holder = self.holder or self._holder(graph.value(child))
                elif target := link(child):
                    self._links.setdefault(child[TAG], []).append(target)
        previews = [link(child) for one in graph.europeana for child in one[CHILDREN] if child[TAG] == _PREVIEW]
        self._previews = [target for target in previews if target]
        self._links.setdefault(_OBJECT, []).extend(self._previews)

    def _holder(self, value: Value) -> Holder | None:
        found = self._reader.maker(value)
        return Holder(found.name, found.uris, found.language) if found else None

    def rights_of_object(self, said: list[Text]) -> Rights | None:
        """Return the rights that hold for all media which state none: the one edm:rights, with dc:rights in words."""
        language = said[0].language if said else UNDETERMINED
        return self._rights(self._links.get(_RIGHTS, []), [text.value for text in said], "rights_of_object", language)

    def _rights(self, statements: list[str], words: list[str], where: str, language: str) -> Rights | None:
        """Return the first statement with what else is written. Words make no statement, whatever they are: Europeana asks
        for it in edm:rights (EDM mapping guidelines)."""
        stated = [self._licence(uri) for uri in statements]
        found = rights_of(stated[:1], (), self._reader.notes, where) or Rights()
        written = [found.text, *stated[1:], *words]
        text = "; ".join(dict.fromkeys(one for one in written if one and one != found.uri))
        return Rights(found.uri, text, "", language if text else UNDETERMINED) if found.uri or text else None

    def _licence(self, uri: str) -> str:
        """Return the statement that a licence of the record's own inherits from, else the statement itself."""
        return self._graph.licences.get(uri) or uri

    def landing_page(self) -> tuple[str, str]:
        """Return the address of the landing page and its media type, both blank where they are not known."""
        pages = self._links.get(_SHOWN_AT, [])
        if not pages:
            return "", ""
        known = next((page for page in pages if self._type(page)), pages[0])
        return self._reader.notes.uri(known, "landing_page"), self._type(known)

    def described(self) -> tuple[str, ...]:
        """Return the files that an edm:WebResource describes, of those that show the work."""
        shown = [target for tag in (_SHOWN_BY, _VIEW) for target in self._links.get(tag, [])]
        return tuple(dict.fromkeys(target for target in shown if target in self._graph.files))

    def preview(self) -> bool:
        """Return whether Europeana has a preview with a media type."""
        return any(self._type(target) for target in self._previews)

    def player(self) -> bool:
        """Return whether one of the edm:WebResources is a description of a player."""
        return any(self._type(target).split(";")[0].strip().endswith("+oembed") for target in self._graph.files)

    def _type(self, url: str) -> str:
        """Return the media type of a file, blank where there are only parameters."""
        said = self._said(url, _MEDIA_TYPE).lower()
        return said if said.split(";")[0].strip() else ""

    def _said(self, url: str, tag: str) -> str:
        file = self._graph.files.get(url)
        if file is None:
            return ""
        return next(((child[TEXT] or "").strip() for child in file[CHILDREN] if child[TAG] == tag), "")

    def surrogates(self) -> tuple[Surrogate, ...]:
        """Return the media files: that which shows the work, other views, and a thumbnail that is none of these."""
        found: dict[str, Surrogate] = {}
        for tag, purpose in _PURPOSES:
            for target in self._links.get(tag, []):
                if target not in found:
                    found[target] = self._surrogate(target, purpose)
        return tuple(found.values())

    def _surrogate(self, target: str, purpose: str) -> Surrogate:
        reader, where = self._reader, "surrogates"
        url = reader.notes.uri(target, where)
        statements: list[str] = []
        words: list[str] = []
        source_type = ""
        file = self._graph.files.get(target)
        for child in file[CHILDREN] if file else ():
            tag = child[TAG]
            if tag == _RIGHTS and link(child):
                statements.append(link(child))
            elif tag == f"{DC}rights":
                words += (text.value for text in reader.text(self._graph.value(child), where))
            elif tag in _SOURCE_TYPE:
                source_type = link(child) or (child[TEXT] or "").strip()
        return Surrogate(
            key=target,
            url=url,
            type=self._type(target),
            width=_pixels(self._said(target, _WIDTH)),
            height=_pixels(self._said(target, _HEIGHT)),
            size=reader.notes.whole(self._said(target, _SIZE), where),
            purpose=purpose,
            # Words without a statement leave the statement that holds for all media in force.
            rights=self._rights(statements, words, f"{where}.rights", UNDETERMINED) if statements else None,
            credit="" if statements else "; ".join(words),
            source_type=source_type,
        )


def _pixels(text: str) -> int | None:
    """Return a whole number of pixels (xsd:integer); no picture is 10^9 pixels wide."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
