"""The jobs of uses of AI that come from other packages: their modules are imported where jobs are looked for."""

import logging
from importlib import import_module

from vitrine.cards import uses

for _use in uses().values():
    for _module in _use.experience.kinds if _use.experience is not None and _use.card is not None else ():
        try:
            import_module(_module)
        except Exception:
            logging.getLogger(__name__).exception("The jobs of the use of AI %s cannot be loaded.", _use.identifier)
