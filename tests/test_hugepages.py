"""Memory in large pages: asked for where the system has them, and nothing lost where it has none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tutanak import hugepages

MAPS = """\
55d0c0000000-55d0c0400000 rw-p 00000000 00:00 0                          [heap]
7f0000000000-7f0000300000 rw-p 00000000 00:00 0
7f0000400000-7f0000500000 r--p 00000000 08:01 131 /usr/lib/libc.so.6
7f0000500000-7f0000600000 rw-p 00010000 08:01 131 /usr/lib/libc.so.6
7f0000600000-7f0000700000 rw-s 00000000 00:01 77 /dev/shm/x
7ffc00000000-7ffc00021000 rw-p 00000000 00:00 0                          [stack]
""".splitlines()


def test_only_memory_of_no_file() -> None:
    assert list(hugepages.anonymous(MAPS)) == [(0x55D0C0000000, 0x55D0C0400000), (0x7F0000000000, 0x7F0000300000)]


def test_large_pages_begin_at_multiples_of_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int, int]] = []

    def advise(at: int, size: int, advice: int) -> int:
        asked.append((at, size, advice))
        return 0

    monkeypatch.setattr(hugepages, "_madvise", lambda: advise)
    monkeypatch.setattr(hugepages, "_maps", lambda: ["100000-600000 rw-p 0 0:0 0", "900000-a00000 rw-p 0 0:0 0"])
    assert hugepages.gather() == 2 * hugepages.LARGE  # 200000 and 400000; the second stretch holds no whole one
    assert asked == [(0x100000, 0x500000, hugepages.HUGEPAGE), *((at, hugepages.LARGE, hugepages.COLLAPSE) for at in (0x200000, 0x400000))]


def test_a_system_that_refuses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hugepages, "_madvise", lambda: lambda *_: -1)
    assert hugepages.gather() == 0
    monkeypatch.setattr(hugepages, "MAPS", tmp_path / "none")
    assert hugepages.gather() == 0
    monkeypatch.setattr(hugepages, "_madvise", lambda: None)
    assert hugepages.gather() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked for large pages")
def test_what_is_there_stays_as_it_is() -> None:
    held = [bytes([n]) * 100_000 for n in range(100)]
    hugepages.gather()
    assert all(part == bytes([n]) * 100_000 for n, part in enumerate(held))
