"""What can go wrong, as a tree.

TutanakError
├── InputError          an article cannot be read as it came
│   ├── NotText         binary, empty, wrongly decoded
│   ├── NotTurkish      the text is in another language
│   ├── BadLine         a line of a JSON Lines file, or a row of a table, is not an article
│   ├── TooLarge        more bytes than an article's page has, as sent or when unpacked
│   ├── Unfinished      cut, or broken where it is packed
│   ├── Refused         not to be asked for: a private address, another scheme, the site's robots.txt
│   └── NoAnswer        the server gave no page: none there, too slow, an error, endless redirects
├── LedgerError         a ledger cannot be opened, read or written (which, why, how to mend)
│   ├── NotFound        what was asked for is not in the ledger
│   └── Unclear         a question that cannot be answered as it is put: no day, no words, several could be meant
├── ExportError         what is to be handed on cannot be written (where, why, how to mend)
├── PackError           a language pack has a slip (file, line, what, how to mend)
├── Unguarded           pages are to be open to others, and nothing guards them
└── VerifyError         minutes that cannot be verified at all (not: a proof that fails)

Each message says in one line what is wrong, where, and how to mend it.
"""

from __future__ import annotations


class TutanakError(Exception):
    """The root of all errors that tutanak raises on purpose."""


class InputError(TutanakError):
    """An article cannot be read as it came."""


class NotText(InputError):
    """Binary, empty or wrongly decoded bytes."""


class NotTurkish(InputError):
    """The text is in another language."""


class BadLine(InputError):
    """A line of a JSON Lines file, or a row of a table, is not an article."""


class TooLarge(InputError):
    """More bytes than the page of an article has."""


class Unfinished(InputError):
    """Cut, or broken where it is packed."""


class Refused(InputError):
    """Not to be asked for."""


class NoAnswer(InputError):
    """The server gave no page."""


class LedgerError(TutanakError):
    """A ledger cannot be opened, read or written."""


class NotFound(LedgerError):
    """What was asked for is not in the ledger."""


class Unclear(LedgerError):
    """A question that cannot be answered as it is put."""


class ExportError(TutanakError):
    """What is to be handed on cannot be written."""


class PackError(TutanakError):
    """A language pack has a slip."""


class Unguarded(TutanakError):
    """Pages are to be open to others, and nothing guards them."""


class VerifyError(TutanakError):
    """Minutes that are not in the shape of a record."""
