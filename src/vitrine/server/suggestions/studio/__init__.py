"""The review room of the studio: one suggestion after the other, many together, and how well the machine did."""
