"""An amount told again in another unit: "3 milyar dolara (120 milyar lira) yükseldi"."""

from __future__ import annotations

from typing import Final

from tutanak.records.figure_scene import Scene

UNITS: Final = ("money", "measure")


def told_again(scene: Scene, place: int) -> bool:
    """Does the amount at this place of the scene's stand alone in brackets, right behind one of its kind in another unit?"""
    if place == 0:
        return False
    tokens, earlier, quantity = scene.layout.tokens, scene.quantities[place - 1], scene.quantities[place]
    if quantity.kind not in UNITS or earlier.kind != quantity.kind or earlier.unit == quantity.unit or earlier.last != quantity.first - 1:
        return False
    return tokens[quantity.first - 1].text == "(" and quantity.last < len(tokens) and tokens[quantity.last].text == ")"
