"""Identify the language of a text: py3langid's model, weighed with what is known of the source.

The model counts byte sequences that are typical of languages (naive Bayes). It takes them as independent, which they are
not, and is therefore far too sure of itself: its evidence is divided by a temperature that was fitted on museums' texts
(benchmarks/language.py), added to the logarithm of the prior, and turned into probabilities.
"""

import hashlib
import math
import re
import threading
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from py3langid import langid

from vitrine.language.prior import Prior, base_of
from vitrine.language.speaking import Silence, silence

MODEL = "py3langid"
VERSION = version(MODEL)

LONGEST = 2000
"""Characters that are read: more changes no answer."""

CANDIDATES = 4
WORDS = 4
"""Candidates and words that an answer names: what a reviewer can take in at a glance."""

_SOFTENING = 0.7
"""The model's evidence is divided by this times the square root of the bytes that were read, and by 1 at least (fitted)."""

_NO_LANGUAGE = frozenset({"zxx"})
_WORD = re.compile(r"\S+")
_LOADING = threading.Lock()


class Suggestion(msgspec.Struct, frozen=True):
    """Languages a text may be in, the likeliest first, with confidences between 0 and 1.

    `words` are the words that speak most for the first against the second, in the text's own writing; `share` is the part of
    the source's known texts that are in the first language, `known` how many those are. `silence` says why there are no
    candidates.
    """

    candidates: tuple[tuple[str, float], ...] = ()
    words: tuple[str, ...] = ()
    share: float = 0.0
    known: int = 0
    stated: bool = False
    letters: int = 0
    silence: Silence | None = None

    @property
    def language(self) -> str:
        """The likeliest language, blank where there is none."""
        return self.candidates[0][0] if self.candidates else ""

    @property
    def confidence(self) -> float:
        """How likely the first candidate is, 0 to 1."""
        return self.candidates[0][1] if self.candidates else 0.0


def identify(text: str, prior: Prior | None = None) -> Suggestion:
    """Return the languages that `text` may be in, or the reason why that cannot be told. Deterministic; asks no network."""
    why = silence(text)
    if why is not None:
        return Suggestion(silence=why)
    prior = prior or Prior()
    read = text[:LONGEST]
    if read.isupper():
        read = read.lower()
    features = _features(read)
    if not features:
        return Suggestion(silence="short")
    labels, scores = _evidence(features)
    weighed = scores / max(1.0, _SOFTENING * math.sqrt(len(read.encode()))) + np.array(
        [prior.log(one) for one in labels]
    )
    chances = np.exp(weighed - weighed.max())
    chances /= chances.sum()
    order = np.argsort(-chances, kind="stable")
    best, second = labels[order[0]], labels[order[1]]
    return Suggestion(
        candidates=tuple((labels[n], round(float(chances[n]), 4)) for n in order[:CANDIDATES]),
        words=_telling(read, features, best, second),
        share=round(prior.share(best), 4),
        known=prior.known,
        stated=base_of(prior.stated) == best if prior.stated else False,
        letters=sum(map(str.isalpha, text)),
    )


@lru_cache(maxsize=1)
def model_checksum() -> str:
    """Return the SHA-256 (hex) of the model's file."""
    return hashlib.sha256((Path(langid.__file__).parent / langid.MODEL_FILE).read_bytes()).hexdigest()


@lru_cache(maxsize=1)
def _loaded() -> Any:
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)


def _model() -> Any:
    # Two threads that ask first at the same time would each hold the model's hundred megabytes.
    with _LOADING:
        return _loaded()


def _features(text: str) -> list[tuple[int, int]]:
    """Return the model's features in `text`, each with the byte at which it ends."""
    model = _model()
    moves, rows, output, state = model.tk_nextmove, model._rowbase, model.tk_output, 0
    found = []
    for place, letter in enumerate(text.encode("utf8", errors="ignore")):
        state = moves[rows[state] + letter]
        if output[state] >= 0:
            found.append((output[state], place))
    return found


def _counted(features: list[tuple[int, int]]) -> tuple[Any, Any]:
    return np.unique(np.array([one for one, _ in features], dtype=np.intp), return_counts=True)


@lru_cache(maxsize=1)
def _columns() -> tuple[tuple[str, ...], dict[str, list[int]]]:
    """Return the languages that can be the answer, and the model's columns of each: variants of a language share one."""
    columns: dict[str, list[int]] = {}
    for place, label in enumerate(_model().nb_classes):
        if label not in _NO_LANGUAGE:
            columns.setdefault(base_of(label), []).append(place)
    return tuple(columns), columns


def _evidence(features: list[tuple[int, int]]) -> tuple[tuple[str, ...], Any]:
    model = _model()
    which, often = _counted(features)
    raw = np.log1p(often.astype(np.float32)) @ model.nb_ptc[which]
    labels, columns = _columns()
    return labels, np.array([max(float(raw[n]) for n in columns[label]) for label in labels])


@lru_cache(maxsize=64)
def _weights(counts: tuple[tuple[str, int], ...], stated: str) -> Any:
    """Return the logarithm of each language's prior: the same for all texts of a source."""
    prior = Prior(dict(counts), stated)
    labels, _ = _columns()
    return np.array([prior.log(one) for one in labels])


def _telling(text: str, features: list[tuple[int, int]], best: str, second: str) -> tuple[str, ...]:
    """Return the words whose features speak most for `best` against `second`."""
    model, (_, columns) = _model(), _columns()
    which, often = _counted(features)
    ahead = model.nb_ptc[which][:, columns[best]].max(axis=1) - model.nb_ptc[which][:, columns[second]].max(axis=1)
    weight = dict(zip(which.tolist(), (ahead * np.log1p(often) / often).tolist(), strict=True))
    # A feature that ends in the blank after a word speaks of that word.
    at = [n for n, letter in enumerate(text) for _ in letter.encode("utf8", errors="ignore")]
    said: dict[str, float] = {}
    ends = sorted((at[place], weight[one]) for one, place in features)
    step = 0
    for match in _WORD.finditer(text):
        word = match[0].strip(".,;:!?()[]\"'«»„“”…")
        while step < len(ends) and ends[step][0] <= match.end():
            if word:
                said[word] = said.get(word, 0.0) + ends[step][1]
            step += 1
    heaviest = sorted((w for w in said if said[w] > 0 and any(map(str.isalpha, w))), key=lambda w: (-said[w], w))
    return tuple(word[:40] for word in heaviest[:WORDS])
