"""Spanish with its prepositions: 21 de noviembre de 2026, 14:05."""

DATE_FORMAT = r"j \d\e F \d\e Y"
DATETIME_FORMAT = r"j \d\e F \d\e Y, H:i"
