"""HTML that a collection system left in its texts: taken out, paragraphs kept, scripts dropped.

Nothing here interprets a page. A text is treated as marked up only where it holds a tag that HTML knows (or a tag with
attributes), so that `a < b` and `<untitled>` stay what they are.
"""

import html
import re

_BLOCKS = "address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul"
"""Elements that end a line (HTML Living Standard 15.3, elements displayed as blocks, table parts and list items)."""

_INLINE = "script|style|a|abbr|acronym|audio|b|base|bdi|bdo|big|body|button|canvas|cite|code|data|del|dfn|em|embed|font|frame|frameset|head|html|i|iframe|img|input|ins|kbd|label|link|map|mark|math|meta|noscript|object|option|param|picture|q|ruby|rt|s|samp|select|small|source|span|strike|strong|sub|sup|svg|template|textarea|time|tt|u|var|video|wbr"

_UNSEEN = "script|style|noscript|template|iframe|object|svg|math"
"""Elements whose content is not text for readers."""

_ATTRIBUTES = r"""(?:\s(?:[^<>"']|"[^"<]*+"|'[^'<]*+'|["'])*+)?"""

_UNSEEN_ELEMENT = re.compile(rf"<({_UNSEEN})\b{_ATTRIBUTES}/?>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<![a-z][^<>]*>|<\?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS}){_ATTRIBUTES}\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    rf"</?(?:{_BLOCKS}|{_INLINE}){_ATTRIBUTES}\s*/?>|</?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\s[a-z:-]+\s*=[^<>]*>",
    re.IGNORECASE,
)
_PARAGRAPH_END = re.compile(r"</(?:p|h[1-6]|blockquote|ul|ol|table|section|article)\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


def has_markup(value: str) -> bool:
    """Return whether `value` holds an HTML tag, a comment or a character reference."""
    return bool(("<" in value and (_TAG.search(value) or _COMMENT.search(value))) or _ENTITY.search(value))


def strip_markup(value: str) -> str:
    """Return `value` as plain text: block elements become line breaks, scripts and styles vanish, references are resolved."""
    if "<" in value:
        value = _COMMENT.sub("", value)
        if _TAG.search(value):
            value = _without_tags(value)
    return _ENTITY.sub(lambda match: _resolved(match.group()), value)


def _without_tags(value: str) -> str:
    value = _UNSEEN_ELEMENT.sub("", value)
    # Line breaks of the HTML source mean nothing where elements make the lines.
    if _BLOCK_TAG.search(value):
        value = re.sub(r"\s*\n\s*", " ", value)
    value = _PARAGRAPH_END.sub("\n\n", value)
    value = _BLOCK_TAG.sub("\n", value)
    value = _TAG.sub("", value)
    return re.sub(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+", "\n\n", value).strip()


def _resolved(reference: str) -> str:
    """Return the character of a reference; one that HTML does not know stays as it is written."""
    return html.unescape(reference)
