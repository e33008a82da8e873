"""A document from what its file and its page say of it."""

from onrecord.coverage.document import Document
from onrecord.coverage.identity import document_id, text_hash
from onrecord.coverage.language import UNDETERMINED, language_of, unread_reason
from onrecord.coverage.residue import Marked
from onrecord.interval import UNKNOWN, Interval

NO_TEXT = "no text"
NO_ARTICLE = "no article in it"


def assemble(  # noqa: PLR0913 - one argument a field of the document
    text: str,
    marked: Marked,
    *,
    origin: str,
    own_id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    published: Interval = UNKNOWN,
) -> Document:
    """The document, with its id and hash, the language of its body, and the reason if it is not to be read."""
    body = "\n".join(span.of(text) for span in marked.body)
    language = language_of(body) if body else UNDETERMINED
    unread = unread_reason(language) if body else NO_TEXT if not text.strip() else NO_ARTICLE
    return Document(
        id=own_id or document_id(text, url=url, outlet=outlet),
        text=text,
        sha256=text_hash(text),
        origin=origin,
        title=title,
        outlet=outlet,
        byline=byline,
        url=url,
        published=published,
        language=language,
        body=marked.body,
        residue=marked.residue,
        unread=unread,
    )
