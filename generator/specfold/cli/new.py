"""`specfold new`: a member is added to a family, from a base and, where there is one, the vendor's own document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from specfold.cli.console import FamilyOption, print_note, print_text
from specfold.cli.selection import load_document, plural
from specfold.errors import InputError, SpecfoldError
from specfold.family import (
    SHIPPED_OVERRIDES,
    Family,
    Member,
    PackageName,
    VendorId,
    append_member,
    begin_family,
    parse_family,
)
from specfold.world.disk import read_file, write_file
from specfold.world.family_folder import FAMILY_FILE, FamilyFolder

if TYPE_CHECKING:
    from specfold.document import Document, JsonObject
    from specfold.merge import MergeResult
    from specfold.world.documents import DocumentReader


@attrs.frozen(kw_only=True)
class _Place:
    """Where a member is added: the family's directory, its declaration so far and the inputs not written yet."""

    folder: FamilyFolder
    text: str
    family: Family
    pending: dict[str, bytes]

    def read(self, path: str, layer: str) -> Document:
        """Return one document, given its path below `openapi/` and its layer."""
        from specfold.reading import parse_document
        from specfold.world.documents import DocumentReader

        if path in self.pending:
            return parse_document(self.pending[path], f"openapi/{path}", layer=layer)
        reader: DocumentReader = DocumentReader(self.folder)
        return reader(path, layer)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""

    @app.command()
    def new(
        vendor: Annotated[str, typer.Argument(metavar="VENDOR", help="The id of the new member, in lower case.")],
        *,
        base: Annotated[
            str,
            typer.Option(metavar="DOC", help="What it is based on: a document of the family, a vendor, or any file."),
        ],
        source: Annotated[
            str | None, typer.Option("--from", metavar="SPEC", help="The vendor's own OpenAPI document, 3.0 or 3.1.")
        ] = None,
        paths: Annotated[
            list[str] | None,
            typer.Option(metavar="PATH", help="Keep these paths; * within a segment, ** for anything."),
        ] = None,
        tags: Annotated[list[str] | None, typer.Option(metavar="TAG", help="Keep operations with these tags.")] = None,
        family: FamilyOption = None,
    ) -> None:
        """
        Add a member to the family: its overlay, and its lines in family.toml.

        With --from, the overlay turns the base into the document the vendor published: what that says of the chosen paths is reproduced exactly, and what is the same stays in the base. Where there is no family yet, one is begun. Nothing that exists is overwritten.
        """
        place = _open_place(family)
        member = _found_member(place, vendor, base=base)
        if source is None:
            member = _scaffold(place, attrs.evolve(member, paths=tuple(paths or ()), tags=tuple(tags or ())))
        else:
            published = load_document(source, family)
            member = _adopt(place, member, published=published, filters=(tuple(paths or ()), tuple(tags or ())))
        _finish(place, member)


def _open_place(given: str | None) -> _Place:
    try:
        folder = FamilyFolder.find(Path(given) if given is not None else None, Path.cwd())
    except InputError:
        folder = FamilyFolder(Path(given) if given is not None else Path.cwd())
        begun = Family(name="family", members=(), overrides=SHIPPED_OVERRIDES)
        return _Place(folder=folder, text=begin_family(begun.name, begun.overrides), family=begun, pending={})
    text = read_file(folder.root / FAMILY_FILE, FAMILY_FILE)
    return _Place(folder=folder, text=text.decode("utf-8"), family=parse_family(text, FAMILY_FILE), pending={})


def _found_member(place: _Place, name: str, *, base: str) -> Member:
    """Return the member as far as its name and its base decide it."""
    try:
        vendor = VendorId(name)
    except ValueError as error:
        raise InputError(f"the name of a member: {error}", hint="for example my-vendor") from None
    if place.family.member(vendor) is not None:
        hint = "choose another name, or change the member that is there"
        raise InputError(f"the family has a member {name!r} already", source=FAMILY_FILE, hint=hint)
    for directory in (f"openapi/{vendor}", f"generated/{vendor}"):
        if (place.folder.root / directory).exists():
            raise InputError("this is there already", source=directory, hint="remove it, or choose another name")
    stem = vendor.replace("-", "_")
    words = [word.capitalize() for word in stem.split("_")]
    member = Member(
        vendor=vendor,
        title=" ".join(words),
        class_name="".join(words),
        package=PackageName(f"{stem}_client"),
        distribution=f"{stem.replace('_', '-')}-client",
        allow=place.family.members[0].allow if place.family.members else (),
        source=FAMILY_FILE,
    )
    model = place.family.member(base)
    if model is not None:
        return attrs.evolve(member, base=(*model.base, *model.documents), overlays=model.overlays)
    return attrs.evolve(member, base=(_find_base(place, base),))


def _find_base(place: _Place, name: str) -> str:
    """Return the base's path below `openapi/`; a file from elsewhere is to be copied there."""
    inputs = place.folder.root / "openapi"
    given = Path(name)
    if not given.is_file():
        if (inputs / name).is_file():
            return given.as_posix()
        hint = "name a document below openapi/, a vendor of the family, or any file"
        raise InputError("the base does not exist", source=name, hint=hint)
    if given.resolve().is_relative_to(inputs.resolve()):
        return given.resolve().relative_to(inputs.resolve()).as_posix()
    copy, content = f"base/{given.name}", read_file(given, name)
    if not (inputs / copy).exists():
        place.pending[copy] = content
    elif (inputs / copy).read_bytes() != content:
        hint = f"rename {name}, or name openapi/{copy} as the base"
        raise InputError("another document of that name is there already", source=f"openapi/{copy}", hint=hint)
    return copy


def _scaffold(place: _Place, member: Member) -> Member:
    """Begin an overlay that says whose document it is, for its author to go on with."""
    from specfold.merge import merge_member

    base = merge_member(member, place.read).document
    _refuse_malformed(base)
    info: JsonObject = base.value["info"]
    update = {"title": member.title} if info.get("title") != member.title else {"summary": f"What {member.title} does."}
    title = f"What {member.title} does otherwise"
    actions = [{"target": "$.info", "update": update}]
    return _with_overlay(place, member, overlay=_overlay(title, actions))


def _overlay(title: str, actions: list[JsonObject]) -> JsonObject:
    return {"overlay": "1.1.0", "info": {"title": title, "version": "1.0.0"}, "actions": actions}


def _adopt(
    place: _Place, member: Member, *, published: Document, filters: tuple[tuple[str, ...], tuple[str, ...]]
) -> Member:
    """Derive the overlay that turns the base into what the vendor published."""
    from specfold.merge import adopt_published, merge_member, select_published

    selected = select_published(published, paths=filters[0], tags=filters[1])
    _refuse_malformed(attrs.evolve(published, value=selected))
    base = merge_member(member, place.read).document
    _refuse_malformed(base)
    adoption = adopt_published(base.value, selected, title=f"From the base to what {member.title} published")
    member = _with_overlay(place, attrs.evolve(member, paths=adoption.paths), overlay=adoption.overlay)
    if not adoption.is_met_by(merge_member(member, place.read).document.value):
        raise SpecfoldError(
            "the derived overlay does not reproduce the published document",
            source=published.source,
            hint="specfold lint says whether it is valid; if it is, this is a fault of specfold: please report it",
        )
    return member


def _refuse_malformed(document: Document) -> None:
    """Refuse a document without the form of OpenAPI: nothing that is derived from it could be relied on."""
    from specfold.lint import lint_document
    from specfold.merge import raise_findings

    found = [finding for finding in lint_document(document) if finding.rule in {"openapi-form", "schema-form"}]
    raise_findings(f"{document.source} is not valid OpenAPI", found)


def _with_overlay(place: _Place, member: Member, *, overlay: JsonObject) -> Member:
    from specfold.merge import to_yaml

    if not overlay["actions"]:
        return member
    path = f"{member.vendor}/{member.vendor}.overlay.yaml"
    place.pending[path] = to_yaml(overlay).encode()
    return attrs.evolve(member, overlays=(*member.overlays, path))


def _finish(place: _Place, member: Member) -> None:
    """Derive credentials and bindings, write everything, and say what comes next."""
    from specfold.merge import derive_credentials, merge_member

    merged = merge_member(member, place.read)
    root = merged.document.value
    credentials, unsent = derive_credentials(root, prefix=member.vendor.upper().replace("-", "_"))
    member = attrs.evolve(member, credentials=credentials, binds=_bind(place.family, member, document=merged.document))
    streams = _streaming_operations(root)
    remark = f"{member.title} streams: {', '.join(streams)}." if streams else ""
    text = append_member(place.text, member, remark=remark).encode()
    parse_family(text, FAMILY_FILE)
    for path, content in place.pending.items():
        write_file(place.folder.root / "openapi" / path, content)
    write_file(place.folder.root / FAMILY_FILE, text)
    _report(place, member, merged=merged)
    for name in unsent:
        print_note(f"note: no client can send the security scheme {name!r}; it was left out of the credentials")


def _bind(family: Family, member: Member, *, document: Document) -> dict[str, tuple[str, ...]]:
    """
    Return what the document carries overrides for.

    Behaviour of an operation is bound where its unary answer is a schema that another override is bound to: what folds
    a stream into an answer knows that kind of answer only.
    """
    from specfold.schema.walk import iter_operations

    answers = {
        operation.client_method: _answer(document.value, operation.value)
        for operation in iter_operations(document.value)
    }
    binds: dict[str, tuple[str, ...]] = {}
    for override in (one for one in family.overrides if one.binds == "schema"):
        targets = dict.fromkeys(name for name in answers.values() if name is not None)
        fitting = tuple(
            name for name in targets if _fits(family, member, document=document, bind=(override.name, name))
        )
        if fitting:
            binds[override.name] = fitting
    known = {name for names in binds.values() for name in names}
    for override in (one for one in family.overrides if one.binds == "operation"):
        fitting = tuple(
            method
            for method, answer in answers.items()
            if answer in known and _fits(family, member, document=document, bind=(override.name, method))
        )
        if fitting:
            binds[override.name] = fitting
    return binds


def _fits(family: Family, member: Member, *, document: Document, bind: tuple[str, str]) -> bool:
    from specfold.override import bind_overrides

    trial = attrs.evolve(member, binds={bind[0]: (bind[1],)})
    return not bind_overrides(family, trial, document=document).findings


def _answer(root: JsonObject, operation: JsonObject) -> str | None:
    """Return the component that is the JSON answer of an operation."""
    from specfold.schema.references import follow

    for code, raw in (operation.get("responses") or {}).items():
        media = (follow(root, raw).get("content") or {}).get("application/json") or {}
        schema = media.get("schema")
        if str(code).startswith("2") and isinstance(schema, dict) and "$ref" in schema:
            return str(schema["$ref"]).rpartition("/")[2]
    return None


def _streaming_operations(root: JsonObject) -> list[str]:
    from specfold.schema.references import follow
    from specfold.schema.walk import iter_operations

    return [
        operation.title
        for operation in iter_operations(root)
        if any(
            "text/event-stream" in (follow(root, raw).get("content") or {})
            for raw in (operation.value.get("responses") or {}).values()
        )
    ]


def _report(place: _Place, member: Member, *, merged: MergeResult) -> None:
    counts, vendor = merged.counts, member.vendor
    for path in (*sorted(f"openapi/{path}" for path in place.pending), FAMILY_FILE):
        print_text(f"{path} written")
    print_text(
        f"{vendor}: {plural(counts.total, 'node')}, {counts.base + counts.documents:,} of them shared with the base"
    )
    for credential in member.credentials:
        need = "required" if credential.required else "optional"
        print_text(f"credential {credential.argument}: {credential.scheme}, from {credential.env} ({need})")
    for name, targets in member.binds.items():
        print_text(f"override {name}: bound to {', '.join(targets)}")
    server = (merged.document.value.get("servers") or [{}])[0].get("url")
    print_text(f"server: {server}" if server else "server: none; say in the overlay where the vendor answers")
    print_text(f"next: specfold generate {vendor}; pip install ./generated/{vendor}")
