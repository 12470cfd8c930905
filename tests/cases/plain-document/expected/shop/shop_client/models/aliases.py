"""Schemas of the Shop document that are no classes: unions, lists, values."""

from __future__ import annotations
