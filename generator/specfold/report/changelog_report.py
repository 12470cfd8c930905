"""Release notes as Markdown, plain text and JSON; the first lines carry what matters most."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specfold.compare.changelog import Changelog, Note, Section, Step
from specfold.document import JsonObject
from specfold.report.layout import indent, on_one_line, say_count

_FEW = 3


def changelog_to_json(changelog: Changelog) -> str:
    """Return release notes as JSON, each note with the fingerprints of what it says."""
    value = {
        "title": changelog.title,
        "step": changelog.step.value,
        "reason": changelog.reason,
        "notes": [_note_to_json(note) for note in changelog.notes],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _note_to_json(note: Note) -> JsonObject:
    """Return one note as a JSON object."""
    return {
        "section": note.section.value,
        "text": note.text,
        "operations": list(note.operations),
        "fingerprints": [change.fingerprint for change in note.changes],
    }


def changelog_to_markdown(changelog: Changelog) -> str:
    """Return release notes as a section of a changelog file: the version step at the end, the news first."""
    lines = [f"## {on_one_line(changelog.title)}", ""]
    for section in Section:
        notes = [note for note in changelog.notes if note.section is section]
        if notes:
            lines.extend([f"### {section.value}", "", *(f"- {on_one_line(_say_note(note))}" for note in notes), ""])
    lines.append(_say_step(changelog))
    return "\n".join(lines) + "\n"


def changelog_to_text(changelog: Changelog) -> str:
    """Return release notes as plain text: a line for each note, then the step of the version."""
    lines: list[str] = []
    for note in changelog.notes:
        mark = {Section.BREAKING: "BREAKING: ", Section.UNDECIDED: "PERHAPS BREAKING: "}.get(note.section, "")
        lines.extend(indent(f"- {mark}{_say_note(note)}", 0, hanging=2))
    if lines:
        lines.append("")
    lines.extend(_wrapped(_say_step(changelog)))
    return "\n".join(lines) + "\n"


def _wrapped(text: str) -> Iterator[str]:
    """Yield a paragraph line by line."""
    yield from indent(text, 0)


def _say_note(note: Note) -> str:
    """Write a note with whom it reaches, where the note does not say it itself."""
    apart = [name for name in note.operations if name not in note.text]
    if not apart or len(apart) < len(note.operations):
        return f"{note.text}."
    if len(apart) > _FEW:
        return f"{note.text} ({say_count(len(apart), 'operation')}, first {apart[0]})."
    return f"{note.text} ({', '.join(apart)})."


def _say_step(changelog: Changelog) -> str:
    """Say how far the version must move and why."""
    if changelog.step is Step.NONE:
        return f"No new version: {changelog.reason}."
    return f"Version step: {changelog.step.value}. {changelog.reason[0].upper()}{changelog.reason[1:]}."
