"""The floor of a LIDO import: parse each file of the archives with lxml, insert one row of raw XML into SQLite. DATABASE FILE…"""

import sqlite3
import sys
import tarfile

from lxml import etree


def main(database: str, *archives: str) -> None:
    """Read the .tgz `archives` into `database`."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, record TEXT)")
    for archive in archives:
        with tarfile.open(archive, "r|gz") as members:
            for member in members:
                if member.isfile():
                    raw = members.extractfile(member).read()
                    etree.fromstring(raw)
                    connection.execute("INSERT INTO raw (record) VALUES (?)", (raw,))
        connection.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
