"""Quality: Europeana's tiers and problem patterns, defects, profiles of records, and the fix list.

`tiers` computes tiers from facts (`facts`, `stated`); `edm_facts` and `record_facts` find the facts in EDM and in
records; `patterns` and `defects` look at texts, rights and links; `profile` puts it all into one key that very many
records share; `mends` and `fixes` say what would raise a tier, for how many works, at what effort.
"""

from vitrine.quality.defects import content_defects
from vitrine.quality.edm_facts import facts_of_rdf
from vitrine.quality.edm_records import RecordTiers, tiers_of_rdf
from vitrine.quality.facts import Media, TierFacts
from vitrine.quality.fixes import Fix, Rise, Step, fix_list, mends_of, next_steps
from vitrine.quality.mends import MENDS, Mend
from vitrine.quality.patterns import PROBLEMS, problems, systematic_titles
from vitrine.quality.people import Named, people, shared_authorities
from vitrine.quality.profile import Assessment, Profile, assess
from vitrine.quality.record_facts import record_facts
from vitrine.quality.tiers import Tiers, tiers

__all__ = [
    "MENDS",
    "PROBLEMS",
    "Assessment",
    "Fix",
    "Media",
    "Mend",
    "Named",
    "Profile",
    "RecordTiers",
    "Rise",
    "Step",
    "TierFacts",
    "Tiers",
    "assess",
    "content_defects",
    "facts_of_rdf",
    "fix_list",
    "mends_of",
    "next_steps",
    "people",
    "problems",
    "record_facts",
    "shared_authorities",
    "systematic_titles",
    "tiers",
    "tiers_of_rdf",
]
