"""What can go wrong, as a tree.

TutanakError
├── InputError          an article cannot be read as it came
│   ├── NotText         binary, empty, wrongly decoded
│   ├── NotTurkish      the text is in another language
│   └── BadLine         a line of a JSON Lines file is not an article
├── LedgerError         a ledger cannot be opened, read or written (which, why, how to mend)
├── PackError           a language pack has a slip (file, line, what, how to mend)
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
    """A line of a JSON Lines file is not an article."""


class LedgerError(TutanakError):
    """A ledger cannot be opened, read or written."""


class PackError(TutanakError):
    """A language pack has a slip."""


class VerifyError(TutanakError):
    """Minutes that are not in the shape of a record."""
