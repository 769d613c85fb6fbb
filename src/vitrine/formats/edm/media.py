"""The media of an EDM record: what its aggregations link to, with what the edm:WebResources say of it."""

from vitrine.formats.edm.entities import Reader
from vitrine.formats.edm.graph import DC, EBUCORE, EDM, Graph, Value, link
from vitrine.formats.statements import rights_of
from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT, Node
from vitrine.records import Holder, Rights, Surrogate

_SHOWN_BY, _VIEW, _OBJECT, _SHOWN_AT = f"{EDM}isShownBy", f"{EDM}hasView", f"{EDM}object", f"{EDM}isShownAt"
_RIGHTS = f"{EDM}rights"
_PREVIEW = f"{EDM}preview"
_DATA_PROVIDER = f"{EDM}dataProvider"
_PURPOSES = ((_SHOWN_BY, "master"), (_VIEW, "view"), (_OBJECT, "thumbnail"))

_MEDIA_TYPE = f"{EBUCORE}hasMimeType"
_WIDTH, _HEIGHT, _SIZE = f"{EBUCORE}width", f"{EBUCORE}height", f"{EBUCORE}fileByteSize"
_SOURCE_TYPE = ("{http://schema.org/}digitalSourceType", "{https://schema.org/}digitalSourceType")


class Media:
    """What the aggregations of a record say of its media, its rights and its holder."""

    def __init__(self, graph: Graph, aggregations: list[Node], reader: Reader) -> None:
        self._graph, self._reader = graph, reader
        self._links: dict[str, list[str]] = {}
        self.holder: Holder | None = None
        for aggregation in aggregations:
            for child in aggregation[CHILDREN]:
                if child[TAG] == _DATA_PROVIDER:
                    self.holder = self.holder or self._holder(graph.value(child))
                elif target := link(child):
                    self._links.setdefault(child[TAG], []).append(target)
        previews = [link(child) for one in graph.europeana for child in one[CHILDREN] if child[TAG] == _PREVIEW]
        self._links.setdefault(_OBJECT, []).extend(target for target in previews if target)

    def _holder(self, value: Value) -> Holder | None:
        found = self._reader.maker(value)
        return Holder(found.name, found.uris, found.language) if found else None

    def rights_of_object(self, words: list[Value]) -> Rights | None:
        """Return the rights that hold for all media which state none, with dc:rights in words."""
        said = [text for value in words for text in self._reader.text(value, "rights_of_object")]
        stated = [self._licence(uri) for uri in self._links.get(_RIGHTS, [])]
        texts = [text.value for text in said]
        found = rights_of([*stated, *texts], (), self._reader.notes, "rights_of_object")
        if found is None or not found.text:
            return found
        language = said[0].language if said else "und"
        return Rights(found.uri, found.text, "", language)

    def _licence(self, uri: str) -> str:
        """Return the statement that a licence of the record's own inherits from, else the statement itself."""
        return self._graph.licences.get(uri) or uri

    def landing_page(self) -> tuple[str, str]:
        """Return the address of the landing page and its media type, both blank where they are not known."""
        pages = self._links.get(_SHOWN_AT, [])
        if not pages:
            return "", ""
        known = next((page for page in pages if self._said(page, _MEDIA_TYPE)), pages[0])
        return self._reader.notes.uri(known, "landing_page"), self._said(known, _MEDIA_TYPE).lower()

    def _said(self, url: str, tag: str) -> str:
        file = self._graph.files.get(url)
        if file is None:
            return ""
        return next(
            (text for child in file[CHILDREN] if child[TAG] == tag and (text := (child[TEXT] or "").strip())), ""
        )

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
                statements.append(self._licence(link(child)))
            elif tag == f"{DC}rights":
                words += (text.value for text in reader.text(self._graph.value(child), where))
            elif tag in _SOURCE_TYPE:
                source_type = link(child) or (child[TEXT] or "").strip()
        return Surrogate(
            key=target,
            url=url,
            type=self._said(target, _MEDIA_TYPE).lower(),
            width=reader.notes.whole(self._said(target, _WIDTH), where),
            height=reader.notes.whole(self._said(target, _HEIGHT), where),
            size=reader.notes.whole(self._said(target, _SIZE), where),
            purpose=purpose,
            # Words without a statement leave the statement that holds for all media in force.
            rights=rights_of([*statements, *words] if statements else [], (), reader.notes, f"{where}.rights"),
            credit="" if statements else "; ".join(words),
            source_type=source_type,
        )
