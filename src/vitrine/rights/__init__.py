"""Rights: what a statement means, who has reserved what, and what AI may do with a work.

`statements` reads and explains rights statements, `freetext` compares rights in words with them, `reservation` reads
text-and-data-mining reservations, `labels` the labels of communities, `matrix` holds the policy as data and `gate`
decides by it; `reproduction` warns of copyright claimed on photographs of old works. Nothing here is legal advice.
"""

from vitrine.rights.catalogue import Reuse
from vitrine.rights.freetext import contradicts
from vitrine.rights.gate import Decision, HumanDecision, Purpose, decide
from vitrine.rights.labels import label_uri, treatment
from vitrine.rights.matrix import OPERATIONS, ROWS, Operation
from vitrine.rights.reproduction import art14_warning
from vitrine.rights.statements import Parsed, Statement, describe, parse, reuse_class

__all__ = [
    "OPERATIONS",
    "ROWS",
    "Decision",
    "HumanDecision",
    "Operation",
    "Parsed",
    "Purpose",
    "Reuse",
    "Statement",
    "art14_warning",
    "contradicts",
    "decide",
    "describe",
    "label_uri",
    "parse",
    "reuse_class",
    "treatment",
]
