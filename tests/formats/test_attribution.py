"""Names are taken apart as museums put them together, in seven languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats.attribution import attribution, is_nobody, life_years, qualifier, roles, upright


@pytest.mark.parametrize(
    ("name", "bare", "qualifier_"),
    [
        ("after Rubens", "Rubens", "after"),
        ("Rubens (after)", "Rubens", "after"),
        ("Rubens, attributed to", "Rubens", "attributed to"),
        ("Attributed to: Rubens", "Rubens", "attributed to"),
        ("Rubens [attr.]", "Rubens", "attributed to"),
        ("Circle of Giovanni Bellini", "Giovanni Bellini", "circle of"),
        ("naar Rembrandt", "Rembrandt", "after"),
        ("toegeschreven aan Jan Steen", "Jan Steen", "attributed to"),
        ("navolger van Jheronimus Bosch", "Jheronimus Bosch", "follower of"),
        ("omgeving van Rembrandt", "Rembrandt", "circle of"),
        ("Werkstatt von Lucas Cranach d. Ä.", "Lucas Cranach d. Ä.", "workshop of"),
        ("nach Rubens", "Rubens", "after"),
        ("bottega di Tiziano", "Tiziano", "workshop of"),
        ("Tiziano (attribuito)", "Tiziano", "attributed to"),
        ("d’après Poussin", "Poussin", "after"),
        ("POUSSIN Nicolas (d'après)", "POUSSIN Nicolas", "after"),
        ("Velázquez, Diego (taller de)", "Velázquez, Diego", "workshop of"),
        ("tillskriven Alexander Roslin", "Alexander Roslin", "attributed to"),
        ("Copy after Titian", "Titian", "after"),
    ],
)
def test_what_weakens_an_attribution_is_taken_off_the_name(name, bare, qualifier_):
    assert attribution(name)[:2] == (bare, qualifier_)


@pytest.mark.parametrize(
    "name",
    ["Leonardo da Vinci", "School of Art, Glasgow", "Escuela de Bellas Artes", "Atelier Nadar", "Circle Press", "Nachtwey, James", "British (?) School", "Pseudo Jacopino", "Kring", "Nach"],
)  # fmt: skip
def test_names_that_only_look_so_stay_whole(name):
    assert attribution(name)[:2] == (name, "")


@pytest.mark.parametrize(
    ("name", "bare", "born", "died"),
    [
        ("Rembrandt van Rijn (1606-1669)", "Rembrandt van Rijn", 1606, 1669),
        ("Vincent van Gogh (Dutch, 1853–1890)", "Vincent van Gogh", 1853, 1890),
        ("Nan Goldin (American, born 1953)", "Nan Goldin", 1953, None),
        ("Tiziano Vecellio (1488/ 1490-1576)", "Tiziano Vecellio", 1488, 1576),
        ("Jan Steen (1626-1679) (attributed to)", "Jan Steen", 1626, 1679),
        ("Wols (Alfred Otto Wolfgang Schulze)", "Wols (Alfred Otto Wolfgang Schulze)", None, None),
    ],
)
def test_life_dates_in_brackets_are_taken_off_the_name(name, bare, born, died):
    found = attribution(name)
    assert (found.name, found.born, found.died) == (bare, born, died)


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ("1762–1787", (1762, 1787)),
        ("?1626–1704", (1626, 1704)),
        ("1767 or 8–1847", (1767, 1847)),
        ("c.1710–c.1758", (1710, 1758)),
        ("1936 –1998", (1936, 1998)),
        ("born 1930", (1930, None)),
        ("geb. 1950", (1950, None)),
        ("*1950", (1950, None)),
        ("died c.1860", (None, 1860)),
        ("1990-", (1990, None)),
        ("1475/76-1564", (1475, 1564)),
        ("ca. 1450 - na 1500", (1450, 1500)),
        ("active 1793–1825", (None, None)),
        ("19th century", (None, None)),
        ("", (None, None)),
    ],
)
def test_years_of_a_life(dates, years):
    assert life_years(dates) == years


@pytest.mark.parametrize(
    ("role", "qualifier_"),
    [("after", "after"), ("Copy after:", "after"), ("Attribution:", "attributed to"), ("Toegeschreven aan", "attributed to"), ("artist", ""), ("Sitter:", ""), ("stylist", "")],
)  # fmt: skip
def test_a_role_that_is_a_qualifier(role, qualifier_):
    assert qualifier(role) == qualifier_


@pytest.mark.parametrize(
    "name",
    ["Unknown", "Okänd", "unknown artist", "unbekannt", "Artist unknown", "[onbekend]", "Anonymous", "Unidentified Artist", "autore ignoto", "anonym", "Unbekannter Künstler", "Anonyme", "anónimo", "N.N.", "okänd konstnär", "Anonimo veneziano", "IGNOTO PIEMONTESE", "Anonyme français", "Anonimo lombardo del XVII secolo"],
)  # fmt: skip
def test_nobody(name):
    assert is_nobody(name)


@pytest.mark.parametrize("name", ["Unknown Pleasures", "Unidentified Man", "Anonimo Gaddiano", "Ignatius", "Annon", ""])
def test_somebody(name):
    assert not is_nobody(name)


@pytest.mark.parametrize(
    ("name", "upright_"),
    [
        ("Blake, Robert", "Robert Blake"),
        ("Rijn, Rembrandt van", "Rembrandt van Rijn"),
        ("Epée, Charles de l'", "Charles de l'Epée"),
        ("Burne-Jones, Sir Edward Coley, Bt", "Burne-Jones, Sir Edward Coley, Bt"),
        ("Smith, Jr.", "Smith, Jr."),
        ("Smith, Jones & Co", "Smith, Jones & Co"),
        ("Plato", "Plato"),
        ("X, ", "X, "),
    ],
)
def test_inverted_names_are_turned_only_where_it_is_clear(name, upright_):
    assert upright(name) == upright_


@given(st.text(max_size=120))
def test_no_name_breaks_the_reading(name):
    found = attribution(name)
    assert found.name or not name.strip()
    is_nobody(name)
    upright(name)


@pytest.mark.parametrize(
    ("written", "name", "role", "born", "died"),
    [
        ("John Copper (American, 1738-1815), artist", "John Copper", "artist", 1738, 1815),
        ("Ann Ink (British, born 1950), wood engraver", "Ann Ink", "wood engraver", 1950, None),
        ("Jan Steen (1626-1679), attributed to", "Jan Steen", "", 1626, 1679),
        ("Claude Money\nFrench, 1840–1926", "Claude Money", "", 1840, 1926),
        ("Fontani Antonio (Reggio 1818 - Torino 1882)", "Fontani Antonio", "", 1818, 1882),
        ("Ann Smith, 1830-1890", "Ann Smith", "", 1830, 1890),
        ("Fred Church, born Hartford 1826-died New York 1900", "Fred Church", "", 1826, 1900),
        ("Maler: Bernhard Bello (1721-1780)", "Bernhard Bello", "Maler", 1721, 1780),
        ("Attributed to: Rubens", "Rubens", "", None, None),
        ("Catalogue, 1950", "Catalogue, 1950", "", None, None),
        ("Rossi, Ada", "Rossi, Ada", "", None, None),
    ],
)
def test_what_stands_behind_a_name(written, name, role, born, died):
    found = attribution(written)
    assert (found.name, found.role, found.born, found.died) == (name, role, born, died)


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ("Paris, 1880 ; Nice, 1940", (1880, 1940)),
        ("1880 ; 1940", (1880, 1940)),
        ("Nancy, 1846", (None, None)),
        ("Paris 1700 - Nice 1940", (None, None)),  # nobody lives as long
        ("active 1700 ; 1740", (None, None)),
        ("1585-död före 1660", (None, 1660)),
    ],
)
def test_lives_with_places(dates, years):
    assert life_years(dates) == years


@pytest.mark.parametrize(
    ("stated", "written", "both"),
    [("artist", "", "artist"), ("", "Maler", "Maler"), ("Artist", "artist", "Artist"), ("creator", "Maler", "creator; Maler")],
)  # fmt: skip
def test_a_role_around_a_name_is_kept_beside_the_stated_one(stated, written, both):
    assert roles(stated, written) == both
