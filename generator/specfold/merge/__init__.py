"""Many documents become one: united, overlaid, bundled, filtered, with the origin of every node; opens no file."""

from __future__ import annotations

from specfold.merge.emit_yaml import to_yaml
from specfold.merge.member import Counts, MergeResult, merge_member
from specfold.merge.overlay import Action, Overlay, parse_overlay
from specfold.merge.overlay_apply import Applied, apply_overlays

__all__ = [
    "Action",
    "Applied",
    "Counts",
    "MergeResult",
    "Overlay",
    "apply_overlays",
    "merge_member",
    "parse_overlay",
    "to_yaml",
]
