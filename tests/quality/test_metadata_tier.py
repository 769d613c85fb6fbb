"""The metadata tier and its three parts, by responsible-ai.md 6.2."""

import pytest

from tests.quality.edm import entity, external, facts, internal, link, rdf, text, tiers_in
from vitrine.quality.stated import bits
from vitrine.quality.tiers import contextual_tier, enabling_tier, language_tier

PROPERTIES = """
    dc:coverage dc:description dc:format dc:relation dc:rights dc:source dc:subject dc:title dc:type
    dcterms:alternative dcterms:hasPart dcterms:isPartOf dcterms:isReferencedBy dcterms:medium dcterms:provenance
    dcterms:references dcterms:spatial dcterms:tableOfContents dcterms:temporal
    edm:currentLocation edm:hasType edm:isRelatedTo
""".split()  # noqa: SIM905

NOT_COUNTED = """
    dc:creator dc:contributor dc:date dc:identifier dc:language dc:publisher dcterms:created dcterms:issued
    dcterms:extent dcterms:conformsTo dcterms:isFormatOf edm:hasMet edm:isDerivativeOf
""".split()  # noqa: SIM905

WITH_TEXT_OR_LINK = """
    dcterms:created dcterms:issued dcterms:temporal dc:format dc:type dcterms:medium dc:creator dc:contributor
    dc:publisher dcterms:spatial edm:currentLocation
""".split()  # noqa: SIM905

LABEL = text("skos:prefLabel", "Firenze", "it")
BARE_LABEL = text("skos:prefLabel", "Firenze")


def language(document: bytes) -> str:
    return tiers_in(document).language


class TestLanguage:
    @pytest.mark.parametrize("name", PROPERTIES)
    def test_each_of_the_22_properties_counts(self, name):
        assert language(external(text(name, "x", "en"))) == "C"
        assert language(external(text(name, "x"))) == "0"

    @pytest.mark.parametrize("name", NOT_COUNTED)
    def test_other_properties_do_not(self, name):
        assert language(external(text(name, "x", "en"))) == "0"
        assert language(external(text("dc:title", "x", "en") + text(name, "x"))) == "C"

    @pytest.mark.parametrize(
        ("tagged", "untagged", "tier"),
        [(1, 4, "0"), (1, 3, "A"), (2, 5, "A"), (1, 1, "B"), (5, 2, "B"), (3, 1, "C"), (22, 0, "C"), (0, 1, "0")],
    )
    def test_the_share_decides_at_a_quarter_a_half_and_three_quarters(self, tagged, untagged, tier):
        names = iter(PROPERTIES)
        described = "".join(text(next(names), "x", "en") for _ in range(tagged))
        described += "".join(text(next(names), "x") for _ in range(untagged))
        assert language(external(described)) == tier

    def test_nothing_said_is_tier_0(self):
        assert language(external()) == "0"
        assert language_tier(0) == "0"

    def test_one_value_with_a_language_is_enough_for_its_property(self):
        assert language(external(text("dc:title", "x") + text("dc:title", "y", "fr") + text("dc:title", "z"))) == "C"

    @pytest.mark.parametrize(("tag", "tier"), [("", "0"), ("  ", "0"), (None, "0"), ("en", "C"), ("zxx-any", "C")])
    def test_a_blank_tag_is_no_language(self, tag, tier):
        assert language(external(text("dc:title", "x", tag))) == tier

    @pytest.mark.parametrize("blank", ["", "   ", "\n\t"])
    def test_an_empty_element_is_not_there(self, blank):
        assert language(external(text("dc:title", "x", "en") + text("dc:subject", blank, "en"))) == "C"
        assert language(external(text("dc:title", blank, "en"))) == "0"
        assert language(external(text("dc:title", "x", "en") + link("dc:subject", blank))) == "C"

    @pytest.mark.parametrize("name", ["edm:Place", "edm:TimeSpan", "skos:Concept"])
    def test_a_link_has_the_language_of_what_it_links_to(self, name):
        assert language(external(link("dc:subject", "#x"), entity(name, "#x", LABEL))) == "C"
        assert language(external(link("dc:subject", "#x"), entity(name, "#x", BARE_LABEL, LABEL))) == "C"
        assert language(external(link("dc:subject", "#x"), entity(name, "#x", BARE_LABEL))) == "0"
        assert (
            language(external(link("dc:subject", "#x"), entity(name, "#x", text("skos:prefLabel", " ", "it")))) == "0"
        )
        assert language(external(link("dc:subject", "#x"), entity(name, "#x", text("skos:altLabel", "F", "it")))) == "0"
        assert language(external(link("dc:subject", "#x"), entity(name, "#y", LABEL))) == "0"

    def test_but_not_of_an_agent(self):
        assert language(external(link("dc:subject", "#x"), entity("edm:Agent", "#x", LABEL))) == "0"

    def test_a_link_out_of_the_record_has_none(self):
        assert language(external(link("dc:subject", "http://vocab.getty.edu/aat/1"))) == "0"

    def test_an_entity_without_an_identifier_is_linked_to_by_nothing(self):
        assert language(external(link("dc:subject", " "), entity("skos:Concept", " ", LABEL))) == "0"


class TestEnabling:
    @pytest.mark.parametrize("name", WITH_TEXT_OR_LINK)
    def test_elements_that_count_with_a_text_or_a_link(self, name):
        assert tiers_in(external(text(name, "x"))).enabling == "A"
        assert tiers_in(external(link(name, "http://elsewhere.org/x"))).enabling == "A"
        assert tiers_in(external(text(name, "  "))).enabling == "0"

    @pytest.mark.parametrize(
        "name", ["dc:date", "dc:title", "dc:description", "dc:subject", "edm:hasMet", "edm:hasType"]
    )
    def test_what_does_not_count_as_a_text(self, name):
        assert tiers_in(external(text(name, "x"))).enabling == "0"

    @pytest.mark.parametrize(
        ("name", "kinds"),
        [("edm:hasMet", {"edm:TimeSpan", "edm:Agent"}), ("dc:subject", {"skos:Concept", "edm:Agent", "edm:Place"})],
    )
    def test_elements_that_count_by_what_they_link_to(self, name, kinds):
        for kind in ("edm:TimeSpan", "edm:Agent", "skos:Concept", "edm:Place"):
            document = external(link(name, "#x"), entity(kind, "#x"))
            assert tiers_in(document).enabling == ("A" if kind in kinds else "0"), kind
        assert tiers_in(external(link(name, "http://elsewhere.org/x"))).enabling == "0"

    @pytest.mark.parametrize(
        ("elements", "tier"),
        [
            ("dc:creator", "A"),
            ("dc:creator dc:contributor dc:publisher", "A"),
            ("dc:creator dc:type", "A"),
            ("dc:creator dc:contributor dc:type", "B"),
            ("dc:creator dc:type dcterms:spatial", "B"),
            ("dc:creator dc:contributor dc:publisher dc:type", "C"),
            ("dcterms:created dcterms:issued dcterms:temporal dc:creator", "C"),
            ("dc:type dc:format dcterms:medium", "A"),
        ],
    )
    def test_distinct_elements_and_their_groups_are_counted(self, elements, tier):
        assert tiers_in(external("".join(text(name, "x") for name in elements.split()))).enabling == tier

    def test_the_same_element_twice_is_one(self):
        assert tiers_in(external(text("dc:creator", "x") * 5 + text("dc:type", "x") * 5)).enabling == "A"

    def test_a_subject_can_be_in_three_groups(self):
        entities = [entity("skos:Concept", "#c"), entity("edm:Agent", "#a"), entity("edm:Place", "#p")]
        found = facts(
            external(link("dc:subject", "#c") + link("dc:subject", "#a") + link("dc:subject", "#p"), *entities)
        )
        assert found.stated & bits("group:Concept", "group:Agent", "group:Place", "group:TimeSpan") == bits(
            "group:Concept", "group:Agent", "group:Place"
        )
        assert tiers_in(external(link("dc:subject", "#c"), *entities)).enabling == "A"

    def test_by_numbers(self):
        assert enabling_tier(0) == "0"
        assert enabling_tier(bits("+dc:creator", "group:Agent")) == "A"


BEGIN, END = text("edm:begin", "1606"), text("edm:end", "1669")
LAT, LONG = text("wgs84_pos:lat", "43.77"), text("wgs84_pos:long", "11.25")


class TestContextual:
    @pytest.mark.parametrize(
        ("name", "said", "complete"),
        [
            ("edm:Agent", [LABEL], False),
            ("edm:Agent", [LABEL, BEGIN], True),
            ("edm:Agent", [BARE_LABEL, END], True),
            ("edm:Agent", [BEGIN, END], False),
            ("edm:Agent", [LABEL, text("rdaGr2:dateOfBirth", "1606")], True),
            ("edm:Agent", [LABEL, text("rdaGr2:dateOfDeath", "1669")], True),
            ("edm:Agent", [LABEL, text("rdaGr2:placeOfBirth", "Leiden")], True),
            ("edm:Agent", [LABEL, link("rdaGr2:placeOfBirth", "#leiden")], True),
            ("edm:Agent", [LABEL, link("rdaGr2:placeOfDeath", "#amsterdam")], True),
            ("edm:Agent", [LABEL, text("rdaGr2:professionOrOccupation", "painter")], True),
            ("edm:Agent", [LABEL, text("rdaGr2:professionOrOccupation", " ")], False),
            ("edm:Agent", [LABEL, text("rdaGr2:biographicalInformation", "Painter.")], False),
            ("edm:Agent", [text("skos:altLabel", "R."), BEGIN], False),
            ("skos:Concept", [LABEL], False),
            ("skos:Concept", [LABEL, text("skos:note", "A thing.")], True),
            ("skos:Concept", [LABEL, text("skos:note", " ")], False),
            ("skos:Concept", [LABEL, text("skos:altLabel", "F."), text("skos:definition", "A thing.")], False),
            ("skos:Concept", [LABEL, link("skos:broader", "#things")], True),
            ("skos:Concept", [LABEL, link("skos:narrower", "#things")], True),
            ("skos:Concept", [LABEL, link("skos:exactMatch", "#things")], True),
            ("skos:Concept", [LABEL, link("skos:closeMatch", "#things")], True),
            ("skos:Concept", [LABEL, link("skos:related", "#things")], True),
            ("skos:Concept", [LABEL, text("skos:broader", "things")], False),
            ("skos:Concept", [LABEL, link("skos:broadMatch", "#things")], False),
            ("skos:Concept", [link("skos:related", "#things")], False),
            ("edm:Place", [LABEL, LAT, LONG], True),
            ("edm:Place", [LABEL, LAT], False),
            ("edm:Place", [LABEL, LONG], False),
            ("edm:Place", [LAT, LONG], False),
            ("edm:TimeSpan", [BEGIN, END], True),
            ("edm:TimeSpan", [LABEL, BEGIN, END], True),
            ("edm:TimeSpan", [LABEL, BEGIN], False),
            ("edm:TimeSpan", [LABEL, END], False),
        ],
    )
    def test_what_makes_an_entity_complete(self, name, said, complete):
        assert tiers_in(external(link("dc:subject", "#x"), entity(name, "#x", *said))).contextual == "AB"[complete]

    def test_only_what_the_record_links_to_counts(self):
        assert tiers_in(external("", entity("edm:Place", "#x", LABEL, LAT, LONG))).contextual == "A"

    @pytest.mark.parametrize(
        "name", ["dc:date", "dcterms:extent", "edm:hasMet", "owl:sameAs", "edm:isRelatedTo", "dc:creator"]
    )
    def test_any_property_of_the_work_can_link(self, name):
        assert tiers_in(external(link(name, "#x"), entity("edm:Place", "#x", LABEL, LAT, LONG))).contextual == "B"

    def test_two_kinds_make_the_highest_tier_two_of_one_kind_do_not(self):
        place, other = entity("edm:Place", "#x", LABEL, LAT, LONG), entity("edm:Place", "#y", LABEL, LAT, LONG)
        time = entity("edm:TimeSpan", "#t", BEGIN, END)
        spatial = link("dcterms:spatial", "#x")
        assert tiers_in(external(spatial + link("dcterms:spatial", "#y"), place, other)).contextual == "B"
        assert tiers_in(external(spatial + link("dcterms:created", "#t"), place, time)).contextual == "C"

    def test_two_classes_with_one_identifier_both_count(self):
        document = external(
            link("dc:subject", "#x"),
            entity("edm:Place", "#x", LABEL, LAT, LONG),
            entity("edm:TimeSpan", "#x", BEGIN, END),
        )
        assert tiers_in(document).contextual == "C"

    def test_nothing_is_tier_a(self):
        assert tiers_in(external()).contextual == "A"
        assert contextual_tier(0) == "A"


class TestMetadata:
    def test_the_lowest_part_decides(self):
        title = text("dc:title", "Firenze", "it")
        elements = text("dc:creator", "x") + text("dc:type", "x", "it") + text("dcterms:created", "1900")
        place = entity("edm:Place", "#x", LABEL, LAT, LONG), entity("edm:TimeSpan", "#t", BEGIN, END)
        links = link("dcterms:spatial", "#x") + link("dcterms:temporal", "#t")
        found = tiers_in(external(title + elements + links, *place))
        assert found[1:] == ("C", "C", "C", "C"), "dcterms:temporal alone has no language: 4 of 5 have"
        assert tiers_in(external(title + elements))[1:] == ("A", "C", "B", "A")
        assert tiers_in(external(elements.replace(' xml:lang="it"', "") + links, *place))[1:] == ("A", "A", "C", "C")
        assert tiers_in(external())[1:] == ("0", "0", "0", "A")

    def test_what_europeana_has_added_does_not_count(self):
        """Default mode: provider proxies only."""
        document = internal(text("dc:title", "x"))
        added = text("dc:creator", "x") + text("dc:description", "x", "en")
        assert tiers_in(document)[1:] == ("0", "0", "0", "A")
        theirs = document.replace(b"true</edm:europeanaProxy>", f"true</edm:europeanaProxy>{added}".encode())
        assert tiers_in(theirs)[1:] == ("0", "0", "0", "A")
        ours = document.replace(b"false</edm:europeanaProxy>", f"false</edm:europeanaProxy>{added}".encode())
        assert tiers_in(ours)[1:] == ("A", "B", "A", "A")

    def test_several_provider_proxies_are_taken_together(self):
        proxies = [
            f'<ore:Proxy rdf:about="#{number}">{said}<edm:type>TEXT</edm:type></ore:Proxy>'
            for number, said in enumerate([text("dc:title", "x", "en"), text("dc:type", "x"), text("dc:creator", "x")])
        ]
        found = tiers_in(rdf('<edm:ProvidedCHO rdf:about="#work"/>', *proxies))
        assert (found.language, found.enabling) == ("B", "A")

    def test_beside_a_proxy_the_work_says_nothing(self):
        work = '<edm:ProvidedCHO rdf:about="#work"><dc:creator>x</dc:creator></edm:ProvidedCHO>'
        assert tiers_in(rdf(work)).enabling == "A"
        assert tiers_in(rdf(work, '<ore:Proxy rdf:about="#1"/>')).enabling == "0"
