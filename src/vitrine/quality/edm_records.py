"""Tiers of EDM records, each given as a parsed rdf:RDF. `vitrine.formats.edm.elements` finds them in files."""

import msgspec
from lxml.etree import _Element

from vitrine.quality.edm_facts import facts_of_rdf
from vitrine.quality.tiers import Letter, tiers


class RecordTiers(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The tiers of one EDM record. `id` is the rdf:about of its edm:ProvidedCHO.

    Where a record could not be read, `error` says why in a sentence, `id` is its place in the file, and the tiers mean nothing.
    """

    id: str
    content: int = 0
    metadata: Letter = "0"
    language: Letter = "0"
    enabling: Letter = "0"
    contextual: Letter = "0"
    error: str = ""


def tiers_of_rdf(rdf: _Element, place: str) -> list[RecordTiers]:
    """Return the tiers of each work in an rdf:RDF; `place`, the name of what has no identifier, is only ever shown."""
    found = [RecordTiers(about, *tiers(facts)) for about, facts in facts_of_rdf(rdf)]
    if not found:
        return [RecordTiers(place, error="It has no edm:ProvidedCHO: there is no work it describes.")]
    nameless = "Its edm:ProvidedCHO has no rdf:about: the record has no identifier."
    return [one if one.id else RecordTiers(place, error=nameless) for one in found]
