"""The floor of a JSON import: decode each line, insert one row of raw JSON into SQLite. FILE DATABASE."""

import gzip
import json
import sqlite3
import sys


def main(feed: str, database: str) -> None:
    """Read `feed` (NDJSON, gzip) into `database`."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, record TEXT)")
    with gzip.open(feed, "rb") as lines:
        for line in lines:
            json.loads(line)
            connection.execute("INSERT INTO raw (record) VALUES (?)", (line,))
    connection.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
