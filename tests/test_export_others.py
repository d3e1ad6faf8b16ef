"""Exports as the programs that they are for read them, in an environment of their own, for they pin old libraries (`make others`)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tutanak.exports import Style, export, package
from tutanak.exports.cast import without_text
from tutanak.ledger import Ledger, demo
from tutanak.ledger.handing import Chosen

ROOT = Path(__file__).resolve().parent.parent
OTHERS = ROOT / ".venv-others" / "bin" / "python"

LOADS = """
import json, sys
from followthemoney import model
entities = [json.loads(line) for line in sys.stdin]
schemata = {e["id"]: e["schema"] for e in entities}
for row in entities:
    entity = model.get_proxy(row)
    for name, values in row["properties"].items():
        prop = entity.schema.get(name)
        assert prop is not None, (row["schema"], name)
        assert entity.get(name) and len(entity.get(name)) == len(set(values)), (name, values, entity.get(name))
        if prop.type.name == "entity":
            assert all(model.get(schemata[v]).is_a(prop.range) for v in values), (row["schema"], name)
        else:
            assert all(prop.type.clean(v) is not None for v in values), (name, values)
print(len(entities))
"""
VALIDATES = """
import sys
from frictionless import validate
report = validate(sys.argv[1])
assert report.valid, report.flatten(["name", "type", "message"])[:5]
print(len(report.tasks))
"""


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    if not OTHERS.exists():
        pytest.skip("the environment of other programs is not here: make others")
    with Ledger(tmp_path_factory.mktemp("others") / "minutes.db") as ledger:
        demo.fill(ledger)
        return list(ledger.minutes(Chosen(doubtful=True)))


def there(code: str, *arguments: str, given: bytes = b"") -> str:
    done = subprocess.run([OTHERS, "-c", code, *arguments], input=given, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


@pytest.mark.parametrize("words", [True, False])
def test_follow_the_money_loads_the_entities(minutes: list[dict[str, Any]], words: bool) -> None:
    given = b"".join(export("ftm")(minutes if words else map(without_text, minutes), Style()))
    assert int(there(LOADS, given=given)) == len({json.loads(line)["id"] for line in given.splitlines()})


@pytest.mark.parametrize("words", [True, False])
def test_frictionless_finds_the_package_valid(minutes: list[dict[str, Any]], words: bool, tmp_path: Path) -> None:
    package.write(minutes if words else map(without_text, minutes), tmp_path / "out", "csv", words=words)
    assert int(there(VALIDATES, str(tmp_path / "out" / "datapackage.json"))) == 9
