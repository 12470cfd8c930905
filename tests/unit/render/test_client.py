"""The two renderers behind their adapters: a pinned golden of what they make of one small document."""

from __future__ import annotations

from typing import Any

import attrs

from specfold.normal import NormalDocument
from specfold.normalise import normalise_document
from specfold.render.client import render_client
from specfold.render.models import parse_models
from specfold.render.params import render_params
from specfold.render.plan import ClientPlan, PlannedCredential
from specfold.render.python_types import ListOf, Literals, MapOf, ModelRef, Scalar, UnionOf

SCHEMAS = {
    "Pet": {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string"},
            "kind": {"type": ["string", "null"], "enum": ["dog", "cat", None]},
            "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
            "tags": {"type": "object", "additionalProperties": {"type": "integer"}},
            "photo": {"type": "string", "format": "binary"},
        },
    },
    "Answer": {"oneOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "string"}]},
}
PLAN = ClientPlan(
    title="Pets", class_name="Pets", package="pets_client", distribution="pets-client", version="1.0", base_url="https://pets.example",
    base_url_env="PETS_BASE_URL", credentials=(), error_shapes=(), mixins={}, accumulators={},
)  # fmt: skip


def document(**more: Any) -> NormalDocument:
    """Return the normal form of a document with two schemas, or more, and one operation."""
    answer = {
        "200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}}
    }
    asked = [
        {"name": name, "in": "query", "schema": {"type": "string"}} for name in ("tags[]", "timeout", "class", "plain")
    ]
    asked[0]["description"] = 'Which "tags". The rest.'
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    operation = {
        "operationId": "putPet",
        "tags": ["pets"],
        "parameters": asked,
        "requestBody": body,
        "responses": answer,
    }
    paths = {"/pets": {"put": operation}}
    components = {"schemas": {**SCHEMAS, **more}}
    return normalise_document(
        {"openapi": "3.1.0", "info": {"title": "P", "version": "1"}, "paths": paths, "components": components}
    )


def test_the_parser_gives_every_member_its_type() -> None:
    """openapi-python-client's property objects are read into our types, enum values in the order of the document."""
    parsed = parse_models(document())

    kinds = {field.wire: field.kind for field in parsed.models["Pet"]}
    assert parsed.failures == ()
    assert kinds == {
        "name": Scalar("str"),
        "kind": UnionOf((Literals(("dog", "cat")), Scalar("None"))),
        "friends": ListOf(ModelRef("Pet")),
        "tags": MapOf(Scalar("int")),
        "photo": Scalar("bytes"),
    }
    assert parsed.aliases == {"Answer": UnionOf((ModelRef("Pet"), Scalar("str")))}
    assert parsed.responses == {"pets_put": UnionOf((ModelRef("Pet"), Scalar("str")))}


def test_parameters_come_out_typed_and_accept_classes_and_files() -> None:
    """datamodel-code-generator's TypedDicts are widened: a class wherever a dict is, a file wherever bytes are."""
    source = render_params(document().renderable, {}, header='"""Types."""', fitting={})

    assert "class PetParam(TypedDict):" in source
    assert "kind: NotRequired[Literal['dog', 'cat'] | None]" in source
    assert "friends: NotRequired[Sequence[PetParam | models.Pet]]" in source
    assert "tags: NotRequired[Mapping[str, int]]" in source
    assert "photo: NotRequired[FileInput]" in source
    assert "AnswerParam: TypeAlias = Union['PetParam', 'models.Pet', 'str']" in source


def test_a_schema_that_does_not_reach_the_client_is_named() -> None:
    """What the parser leaves out stops the rendering, by name and place."""
    whole = document()
    broken = attrs.evolve(
        whole,
        renderable={
            **whole.renderable,
            "Pet": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/Nowhere"}}},
        },
    )

    rendered = render_client(broken, PLAN)

    assert rendered.files.files == {}
    assert any("schema Pet (#/components/schemas/Pet)" in text for text in rendered.dropped)


def test_everything_described_is_rendered() -> None:
    """Nothing is dropped of a document the renderers understand."""
    rendered = render_client(document(), PLAN)

    assert (rendered.operations, rendered.schemas, rendered.dropped) == (1, 2, ())
    assert {"pets_client/models/pet.py", "pets_client/resources/pets.py", "README.md", "tests/test_examples.py"} <= set(
        rendered.files.files
    )


def test_a_member_that_is_spelled_otherwise_is_named_with_its_spelling() -> None:
    """No identifier, a keyword, the name of a call option: the method and the README say what each is sent as."""
    files = {path: source.decode() for path, source in render_client(document(), PLAN).files.files.items()}
    resource = " ".join(files["pets_client/resources/pets.py"].split())
    told = "`tags_` is sent as `tags[]`. `timeout_` is sent as `timeout`. `class_` is sent as `class`."

    assert f'Arguments are the members of `models.Pet`, described there. {told} Args: tags_: Which "tags".' in resource
    assert told in files["README.md"]
    assert "`plain`" not in resource + files["README.md"]


def test_what_is_secret_is_said_to_the_runtime() -> None:
    """A client knows the members its document marks as secret, which credentials are none, and what its document is called."""
    lock = {"pin": {"type": "string", "x-sensitive": True}, "name": {"type": "string"}}
    door = {"word": {"type": "string", "format": "password"}}
    whole = document(Lock={"type": "object", "properties": lock}, Door={"type": "object", "properties": door})
    user = PlannedCredential(
        argument="user_id", kind="header", name="user-id", scheme=None, env=None, required=False, secret=False
    )
    key = attrs.evolve(user, argument="api_key", secret=True)

    files = render_client(whole, attrs.evolve(PLAN, credentials=(user, key))).files.files

    client = files["pets_client/client.py"].decode()
    assert "secret_members=frozenset(('pin', 'word', ))" in client
    assert [line.count("secret=False") for line in client.split("Credential(")[1:]] == [1, 0]
    assert files["pets_client/_schemas.py"].decode().endswith("VALIDATOR = Validator(SCHEMAS, 'P 1')\n")
