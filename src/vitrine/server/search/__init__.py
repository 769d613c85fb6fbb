"""Finding works: the index, and asking it.

`query.query_of` reads what an address asks, `finding.find` answers it, `finding.suggest` knows words that begin so and
`finding.all_ids` all works of a query. `indexing` keeps the index up to what is shown.
"""
