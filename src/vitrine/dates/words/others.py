"""Months and eras of other European languages, and the commonest words of Danish and Norwegian, which stand in feeds of dates beside the seven the grammar reads.

Latin's words of centuries are here too: manuscripts are dated with them in every language.
"""

from vitrine.dates.words.meaning import EARLY, LATE, MID, Meaning, Vocabulary

WORDS: Vocabulary = {
    Meaning.CIRCA: "cirkla, cerca de, okolo, noin, około, ok",
    Meaning.BEFORE: "før, senest",
    Meaning.BETWEEN: "mellem, mellom",
    Meaning.AND: "og",
    Meaning.LINK: "af",
    Meaning.SHARE: {2: "halvdel, halvdelen", 4: "fjerdedel, fjerdedelen"},
    Meaning.CENTURY: {
        100: "århundrede, århundredet, århundre, århundret, saec, saeculo, saeculum, século, vuosisata, vuosisadan, stoletì, století, wiek, wieku"
    },
    Meaning.TAL: "tallet, tallets, luku, luvun, luvulla, luvulta",
    Meaning.PART: {
        EARLY: "ineunte, alku, begyndelsen, begynnelsen",
        MID: "medio, puoliväli, midten",
        LATE: "exeunte, loppu, slutningen, slutten",
    },
    Meaning.MONTH: {
        1: "ιανουαρίου, ιανουάριος, ιαν, януари, яну, ledna, leden, stycznia, styczeń, tammikuu, tammikuuta, janeiro, "
        "január, ianuarie, siječnja, januára, sausio, janvāris, jaanuar",
        2: "φεβρουαρίου, φεβρουάριος, φεβ, февруари, фев, února, únor, lutego, luty, helmikuu, helmikuuta, fevereiro, "
        "február, februarie, veljače, februára, vasario, februāris, veebruar",
        3: "μαρτίου, μάρτιος, μαρ, март, мар, března, březen, marca, marzec, maaliskuu, maaliskuuta, março, március, "
        "martie, ožujka, kovo, marts, märts",
        4: "απριλίου, απρίλιος, απρ, април, апр, dubna, duben, kwietnia, kwiecień, huhtikuu, huhtikuuta, április, "
        "aprilie, travnja, apríla, balandžio, aprīlis, aprill",
        5: "μαΐου, μάιος, μαϊ, май, května, květen, maja, toukokuu, toukokuuta, maio, május, svibnja, mája, gegužės, "
        "maijs",
        6: "ιουνίου, ιούνιος, ιουν, юни, června, červen, czerwca, czerwiec, kesäkuu, kesäkuuta, junho, június, iunie, "
        "lipnja, júna, birželio, jūnijs, juuni",
        7: "ιουλίου, ιούλιος, ιουλ, юли, července, červenec, lipca, lipiec, heinäkuu, heinäkuuta, julho, július, iulie, "
        "srpnja, júla, liepos, jūlijs, juuli",
        8: "αυγούστου, αύγουστος, αυγ, август, авг, srpna, srpen, sierpnia, sierpień, elokuu, elokuuta, augusztus, "
        "kolovoza, augusta, rugpjūčio, augusts",
        9: "σεπτεμβρίου, σεπτέμβριος, σεπ, септември, сеп, září, września, wrzesień, syyskuu, syyskuuta, setembro, "
        "szeptember, septembrie, rujna, septembra, rugsėjo, septembris",
        10: "οκτωβρίου, οκτώβριος, οκτ, октомври, окт, října, říjen, października, październik, lokakuu, lokakuuta, "
        "outubro, október, octombrie, listopada, októbra, spalio, oktobris, oktoober",
        11: "νοεμβρίου, νοέμβριος, νοε, ноември, ное, listopad, listopadu, marraskuu, marraskuuta, novembro, noiembrie, "
        "studenoga, novembra, lapkričio, novembris",
        12: "δεκεμβρίου, δεκέμβριος, δεκ, декември, дек, prosince, prosinec, grudnia, grudzień, joulukuu, joulukuuta, "
        "dezembro, decembrie, prosinca, decembra, gruodžio, decembris, detsember",
    },
    Meaning.WEEKDAY: "δευ, τρι, τετ, πεμ, παρ, σαβ, κυρ",
    Meaning.BC: "π χ, пр хр, пр н е, př n l, př kr, p n e, pr kr, pred kr, pr n e, i e, kr e, î hr, ekr, "
    "pr m ē, p m ē, RC, q k, roimh chríost, a n e",
    Meaning.AD: "μ χ, сл хр, н е, n l, po kr, n e, i sz, kr u, d hr, jkr, j kr, pkr, m a j, m ē, WK, w k",
    Meaning.UNKNOWN: "ajoittamaton, tuntematon, ukendt, udateret, udatert, ukjent",
}
