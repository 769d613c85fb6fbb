"""The words of dates in English."""

from vitrine.dates.words.meaning import EARLY, LAST, LATE, MID, Meaning, Vocabulary

WORDS: Vocabulary = {
    Meaning.CIRCA: "c, ca, circa, cca, about, around, approximately, approx, roughly, near",
    Meaning.MAYBE: "probably, possibly, perhaps, maybe, prob, poss, presumably, likely, may be, apparently, uncertain",
    Meaning.BEFORE: "before, by, not after, no later than, not later than, prior to, until, up to, till, pre, in or before, on or before",
    Meaning.AFTER: "after, not before, no earlier than, not earlier than, since, post, in or after, on or after",
    Meaning.NEAR: "shortly, soon, just, not long, sometime, some time, on or",
    Meaning.BETWEEN: "between",
    Meaning.FROM: "from, since",
    Meaning.TO: "to, through, thru, until, till, up to",
    Meaning.AND: "and",
    Meaning.OR: "or, or possibly, or perhaps, and or",
    Meaning.EARLIER: "or earlier, or before, and earlier, and before, or shortly before, or slightly earlier, and or earlier",
    Meaning.LATER: "or later, or after, and later, and after, onwards, onward, on, ff, or a little later, or somewhat later, or shortly after, or slightly later, and or later",
    Meaning.PRESENT: "present, the present, present day, date, to date, to the present, ongoing, today, now",
    Meaning.NOT: "not, never, years ago, years old, year old, bp, years before present",
    Meaning.LINK: "the, of, in, a, an, on, at, year, years, date, dated to, dates from, dates to, dating from, dating to, made in, this, period, s",
    Meaning.ORDINAL: {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty first",
        LAST: "last, final",
    },
    Meaning.CENTURY: {100: "century, centuries, cent, c, cen, cents", 1000: "millennium, millennia, mill"},
    Meaning.PART: {
        EARLY: "early, beginning, beginning of, start, start of, earlier, first part, early part, opening years, first decades, early decades, first years",
        MID: "mid, middle, middle of, midway",
        LATE: "late, end, end of, later, very late, latter, close of, last part, later part, latter part, last decades, closing decades, final decades, last years, closing years",
    },
    Meaning.SHARE: {2: "half, halves", 3: "third, thirds", 4: "quarter, qtr, quarters, qtrs", 10: "decade, decades"},
    Meaning.MONTH: {
        1: "january, jan",
        2: "february, feb",
        3: "march, mar",
        4: "april, apr",
        5: "may",
        6: "june, jun",
        7: "july, jul",
        8: "august, aug",
        9: "september, sept, sep",
        10: "october, oct",
        11: "november, nov",
        12: "december, dec",
    },
    Meaning.SEASON: {1: "spring", 2: "summer", 3: "autumn, fall", 4: "winter"},
    Meaning.WEEKDAY: "monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun",
    Meaning.BC: "bc, bce, b c, b c e, before christ",
    Meaning.AD: "ad, ce, a d, c e, common era, anno domini",
    Meaning.UNKNOWN: "unknown, undated, not dated, no date, n d, nd, not known, undetermined, unspecified, n a, "
    "date unknown, date not known, unrecorded, not recorded, none",
    Meaning.MADE: "marked, stamped, hallmarked, monogrammed, made, executed, painted, drawn, carved, created, built, produced, manufactured, woven, modelled, "
    "modeled, photographed, written, composed, sewn, signed, dated, signed and dated, begun, started, engraved, etched, "
    "sculpted, taken, assembled, production, manufacture, fabricated, exposed, shot, fired, thrown, constructed",
    Meaning.DESIGNED: "designed, design, conceived, conception, commissioned, patented, invented, introduced",
    Meaning.AGAIN: "completed, accomplished, finished, reworked, remade, reconstructed, reconstruction, enlarged, version, revised, "
    "altered, repainted, refabricated, re fabricated, continued, additions, added, overpainted, extended, remodelled, "
    "remodeled, retouched, recut",
    Meaning.COPIED: "printed, print, cast, reprinted, reprint, restrike, restruck, struck, reissued, issued, edition, "
    "editioned, later impression, impression, recast, "
    "posthumous cast, minted, pulled, developed, reassembled, transferred, rephotographed",
    Meaning.REPLICA: "replica, reproduced, reproduction, copy, copied, facsimile, exhibition copy, duplicate, after cast",
    Meaning.SHOWN: "published, publication, publ, pub, date of publication, exhibited, first published, first printed, "
    "released, inscribed, copyright, copyrighted, premiered, broadcast, invoice, performed, registered, annotated, "
    "deposited, presented, issued",
    Meaning.ELSE: "acquired, purchased, bought, donated, given, gift, restored, repaired, destroyed, demolished, "
    "accessioned, excavated, found, collected, born, died, conserved, lost, stolen, sold, bequeathed, accession, "
    "reframed, remounted, installed, mounted, mount, mounts, frame, frames",
    Meaning.SOURCE: "original, originals, daguerreotype, negative, plate, photograph, painting, design, image, drawing, "
    "model, prototype, likeness, style, manner, mold, mould, block, ambrotype, sculpture, bronze, portrait, engraving",
    Meaning.REFERENCE: "no, nr, inv, cat, a h, ah, hijri, fol, folio, p, pp, page, lot, vol, volume, fig, pl, room, dynasty, mm, cm, "
    "kg, x, inch, inches, number, item, object, id, edition of, height, width, state, catalogue, accession no",
}
