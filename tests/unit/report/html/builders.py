"""Values for the tests of pages: rows, cells and changes, also with texts that would like to be more than text."""

from __future__ import annotations

from html.parser import HTMLParser

import attrs

from specfold.compare.change import Axis, Change, Severity, Witness
from specfold.compare.table import Cell, DropIn, Matrix, Row, Standing
from specfold.document import Json
from specfold.pointer import JsonPointer

HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror='window.pwned=1'>\"'&\u202eevil\u2066"


def cell(text: str, *, inferred: bool = False) -> Cell:
    """Return a cell that says a text."""
    return Cell(text=text, facts={"type": text}, inferred=inferred)


def matrix_of(
    *rows: tuple[str, str, tuple[str | None, ...]], columns: tuple[str, ...] = ("one", "two", "three")
) -> Matrix:
    """Return a matrix of rows given as section, path and texts."""
    return Matrix(
        columns=columns,
        rows=tuple(
            Row(section=section, path=path, cells=tuple(None if text is None else cell(text) for text in texts))
            for section, path, texts in rows
        ),
    )


def verdict_of(text: str, *, standing: Standing = Standing.NOT) -> DropIn:
    """Return a verdict whose every text is the same."""
    return DropIn(
        operation=text,
        source="one",
        target="two",
        direction="request",
        standing=standing,
        members=(text,),
        blame=text,
        message=text,
        witness=Witness({text: "long " * 20}),
        findings=3,
        counts={"identical": 1, "rejected": 0},
    )


def change_of(text: str, *, severity: Severity = Severity.BREAKING, instance: Json = None) -> Change:
    """Return a change of a request whose every text is the same."""
    return Change(
        id=text,
        severity=severity,
        axis=Axis.REQUEST,
        operation=text,
        pointer_old=JsonPointer((text,)),
        pointer_new=JsonPointer((text, "x")),
        message=text,
        witness=None if instance is None else Witness(instance),
        fingerprint=text,
        reached=(text, f"POST /{text}"),
    )


@attrs.define(eq=False)
class Tags(HTMLParser):
    """The tags of a page, with their attributes."""

    found: list[tuple[str, dict[str, str | None]]] = attrs.field(factory=list)

    def __attrs_pre_init__(self) -> None:
        """Start as any parser does."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.found.append((tag, dict(attrs)))


def read_tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """Return the tags of a page, with their attributes."""
    tags = Tags()
    tags.feed(page)
    return tags.found
