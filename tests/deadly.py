"""A reader that some articles harm, for tests of what keeps them apart: it runs in the processes that read."""

from __future__ import annotations

import os
import signal
from typing import Any

from tutanak.batch import shards
from tutanak.batch.model import Outcome, Task
from tutanak.reading import read_article

ENDS, LOOPS, IS_DEAF, FAULTY = "öldüren", "dönen", "duymayan", "bozan"


def harmed(article: Any, language: str | None) -> Any:
    """As the words of the article say, else as ever."""
    if ENDS in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if IS_DEAF in article.text:
        signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
    while LOOPS in article.text or IS_DEAF in article.text:
        pass
    if FAULTY in article.text:
        raise RuntimeError("a slip")
    return read_article(article, language)


def read_piece(task: Task) -> Outcome:
    shards.read_article = harmed  # type: ignore[attr-defined]
    return shards.read_piece(task)
