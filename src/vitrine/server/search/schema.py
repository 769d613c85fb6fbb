"""What the index holds of a work, and how it is cut into words."""

import tantivy

from vitrine.server.search.words import analyser

FORMAT = 2
"""Number of the index's shape. Whatever changes what is indexed raises it: an index of another shape is built anew."""

FACET_FIELDS = ("makers", "types", "rights", "languages", "sources")
"""Fields of whole values, called as those of a Query."""

UNDATED = 1 << 60
"""Where works without a date stand among the ordered: behind all others, from either end."""

OPEN = 10_000_000
"""A year that stands for an end nobody stated: it reaches as far as asked."""


def schema() -> tantivy.Schema:
    """Return the shape of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("pk", indexed=True, fast=True)
    for name in ("text", "title"):
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    builder.add_text_field("maker", tokenizer_name="words", index_option="freq")
    builder.add_text_field("number", tokenizer_name="raw", index_option="basic")
    for name in FACET_FIELDS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("begins", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("image", indexed=True, fast=True)
    for name in ("first", "last"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ("decade", "oldest", "newest"):
        builder.add_integer_field(name, fast=True)
    return builder.build()


def ready(index: tantivy.Index) -> tantivy.Index:
    """Return `index` knowing how words are made."""
    index.register_tokenizer("words", analyser())
    return index
