"""What templates need beyond Django's own: built assets, texts with their language, numbers, safe links."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from vitrine.records import Text
from vitrine.server.site import assets
from vitrine.server.site.words import numbers, sentences, texts

register = template.Library()

_OUT_OF_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag
def asset(source: str) -> str:
    """Return the address of what the front end's build made of `source`, blank where it was not built."""
    return assets.address(source)


@register.filter
def said(text: Text | None) -> SafeString:
    """Return a text, marked with its language and direction where they are not the page's."""
    return texts.marked(text)


@register.filter
def tongue(text: Text | None) -> SafeString:
    """Return the mark of a text that is in another language than the page's."""
    return texts.tongue(text)


@register.filter
def told(listed: Iterable[Text | None]) -> SafeString:
    """Return texts with commas between, marked where they are in another language than the page's."""
    return texts.told(listed)


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Return data as JSON that no text in it can leave: a browser never executes it, and it holds no markup."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_OUT_OF_MARKUP))  # noqa: S308


@register.filter
def kept(sentence: str) -> SafeString:
    """Return a sentence that a job kept, in the visitor's language where the site knows it."""
    return sentences.said(sentence)


@register.filter
def language_name(tag: str) -> str:
    """Return what a language calls itself."""
    return texts.language_name(tag)


@register.filter
def html_language(tag: str) -> str:
    """Return a language as the value of `lang`."""
    return texts.html_language(tag)


@register.filter
def direction(tag: str) -> str:
    """Return the value of `dir` for a language."""
    return texts.direction(tag)


@register.filter
def foreign(text: Text) -> bool:
    """Return whether a text is in another language than the page."""
    return texts.foreign(text)


@register.filter
def number(value: int) -> str:
    """Return a whole number with the reader's separators."""
    return numbers.count(value)


@register.filter
def works(value: int) -> str:
    """Return how many works, with the word for them."""
    return numbers.works(value)


@register.simple_tag
def web_link(address: str, text: str) -> SafeString:
    """Return a link to a web address from the data, or only its text where it is no web address (`javascript:` and others)."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return format_html("{}", text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return format_html("{}", text)
    return format_html('<a href="{}" rel="noopener nofollow">{}</a>', address, text)
