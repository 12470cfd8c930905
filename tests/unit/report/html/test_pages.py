"""Pages as text: complete, closed to the network and to what documents would like to run, the same in every run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

import attrs
import pytest

from specfold.compare.change import Axis, Diff, Severity
from specfold.compare.table import Matrix, Row, Standing
from specfold.compare.whole_request import WholeRequest
from specfold.pointer import JsonPointer
from specfold.report.html.diff_page import diff_to_html
from specfold.report.html.kinds import count_kinds, kind_of
from specfold.report.html.matrix_page import matrix_to_html
from tests.unit.report.html.builders import HOSTILE, cell, change_of, matrix_of, read_tags, verdict_of

MATRIX = matrix_of(
    ("operations", "chat", ("POST /a", "POST /a", "POST /b")),
    ("chat: request", "messages", ("array*", "array*", "array*")),
    ("chat: request", "messages[].role", ("string", None, "a | b")),
    ("files: request", "name", (None, "string", None)),
)
JUDGED = attrs.evolve(
    MATRIX, verdicts=(verdict_of(HOSTILE), verdict_of("chat"), verdict_of("fine", standing=Standing.DROP_IN))
)
DIFF = Diff(
    old="a.yaml",
    new="b.yaml",
    changes=(
        change_of("maximum lowered", instance={"n": 3}),
        change_of("safe one", severity=Severity.INFO),
        attrs.evolve(change_of("added"), pointer_old=None),
        attrs.evolve(change_of("removed"), pointer_new=None, reached=()),
        attrs.evolve(change_of("same place"), pointer_new=JsonPointer(("same place",)), operation="", reached=()),
        attrs.evolve(change_of("the root"), pointer_old=JsonPointer(), pointer_new=JsonPointer()),
    ),
)
PAGES: list[Callable[[], str]] = [
    lambda: matrix_to_html(MATRIX),
    lambda: diff_to_html(DIFF),
    lambda: matrix_to_html(matrix_of((HOSTILE, HOSTILE, (HOSTILE, None, HOSTILE)), columns=(HOSTILE, "b", "c"))),
    lambda: matrix_to_html(JUDGED),
    lambda: diff_to_html(Diff(old=HOSTILE, new=HOSTILE, changes=(change_of(HOSTILE, instance={HOSTILE: HOSTILE}),))),
    lambda: matrix_to_html(Matrix(columns=(), rows=())),
    lambda: diff_to_html(Diff(old="a", new="b", changes=())),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_alone(page: Callable[[], str]) -> None:
    """A page refers to nothing outside of itself, and its policy admits its own style and script and nothing else."""
    text = page()

    tags = read_tags(text)
    policy = next(found["content"] for tag, found in tags if found.get("http-equiv") == "Content-Security-Policy")
    outside = [
        found for _, found in tags if not (found.get("href") or found.get("src") or "#").startswith(("#", "data:,"))
    ]
    inline = {kind: re.findall(f"<{kind}>(.*?)</{kind}>", text, re.DOTALL) for kind in ("style", "script")}
    assert outside == []
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    for kind, contents in inline.items():
        digest = base64.b64encode(hashlib.sha256(contents[0].encode()).digest()).decode()
        assert (len(contents), f"{kind}-src 'sha256-{digest}'" in policy) == (1, True)
    assert not any(name.startswith("on") or name == "style" for _, found in tags for name in found)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_the_same_in_every_run(page: Callable[[], str]) -> None:
    """The same values give the same bytes, which are UTF-8."""
    assert page().encode() == page().encode()


@pytest.mark.parametrize("page", PAGES)
def test_every_row_has_its_own_anchor(page: Callable[[], str]) -> None:
    """No name is given twice, and every link inside the page leads somewhere."""
    tags = read_tags(page())

    names = [found["id"] for _, found in tags if "id" in found]
    targets = {str(found["href"])[1:] for tag, found in tags if tag == "a"}
    assert len(names) == len(set(names))
    assert targets <= set(names)


@pytest.mark.parametrize("page", PAGES[2:5])
def test_hostile_text_stays_text(page: Callable[[], str]) -> None:
    """A document that writes tags, quotes and direction marks gets them shown, not obeyed."""
    text = page()

    tags = [tag for tag, _ in read_tags(text)]
    assert (tags.count("script"), tags.count("img")) == (1, 0)
    assert "\u202e" not in text
    assert "\\u202eevil" in text


def test_a_row_shows_what_is_unlike_the_others() -> None:
    """A cell unlike what most of its row says is marked; where no two agree nothing is."""
    text = matrix_to_html(MATRIX)

    assert '<td>POST /a<td>POST /a<td class="d">POST /b' in text
    assert '<td>string<td class="n">\N{EN DASH}<td>a | b' in text
    assert "<s>messages[].<wbr></s>role</a>" in text


def test_verdicts_name_the_member_and_show_a_value() -> None:
    """Each verdict that is not plainly yes says why, names the member to blame and shows a value; a plain yes needs none."""
    page = matrix_to_html(JUDGED)

    anchors = [str(found["id"]) for tag, found in read_tags(page) if str(found.get("id")).startswith("fit-")]
    assert len(anchors) == 2
    assert all(f'href="#{anchor}"' in page for anchor in anchors)
    assert '<span class="blame">chat</span>' in page
    assert "members: 1 identical<" in page
    assert '<i aria-hidden="true">✓</i> fits' in page


def test_what_nobody_strong_says_is_marked() -> None:
    """A cell says when it is inferred, or stated by a text, by somebody else or by an imitation only."""
    says = ("inferred", "prose", "third-party", "mock", "published", "")
    cells = tuple(attrs.evolve(cell("a"), provenance=name, inferred=name == "inferred") for name in says)

    page = matrix_to_html(Matrix(columns=says, rows=(Row(section="s", path="p", cells=cells),)))

    assert '<td class="i">a<td class="prose">a<td class="third">a<td class="mock">a<td>a<td>a\n' in page


def test_what_one_document_alone_has_is_folded() -> None:
    """A section that only one document fills is closed and says whose it is; the others are open."""
    groups = [found for tag, found in read_tags(matrix_to_html(MATRIX)) if found.get("class") == "group"]

    assert ["open" in found for found in groups] == [True, True, False]
    assert "only <bdi>two</bdi>, 1 row<" in matrix_to_html(MATRIX)


def test_a_change_shows_its_witness_and_how_to_send_it() -> None:
    """The value that shows a change stands beside it, to be copied, as a command too where a request is known."""
    request = WholeRequest(method="POST", path="/a", body={"n": 3}, has_body=True)

    page = diff_to_html(DIFF, requests={"maximum lowered": request})

    copied = [found["data-copy"] for tag, found in read_tags(page) if "data-copy" in found]
    assert copied[0] == '{"n": 3}'
    assert str(copied[1]).startswith('curl --globoff -X POST "$BASE_URL"/a')
    assert "accepted before, refused now" in page
    assert page.count("Copy as curl") == 1


def test_a_change_says_where_it_is() -> None:
    """A pointer stands once where both documents agree, else with its side; what belongs to no operation says so."""
    page = diff_to_html(DIFF)

    places = re.findall("<dt>(old|new|at)</dt><dd>(.*?)</dd>", page.replace("<wbr>", ""))
    assert ("at", "/same place") in places
    assert ("at", "(the document)") in places
    assert ("old", "/removed") in places
    assert ("new", "/added/x") in places
    assert "<dd>/added/<wbr>x</dd>" in page
    assert "<p>the whole document</p>" in page


def test_what_a_verdict_rests_on_is_said() -> None:
    """A drop-in that assumes something says so in its cell and beside its reason; one for no member says so."""
    assumed = attrs.evolve(verdict_of("answer", standing=Standing.DROP_IN), assumed="open readers", members=())
    empty = attrs.evolve(verdict_of("all of it", standing=Standing.PARTLY), members=())

    page = matrix_to_html(attrs.evolve(MATRIX, verdicts=(assumed, empty)))

    assert "fits if open" in page
    assert "open readers assumed: answer" in page
    assert "as they are: <code>none</code>" in page


def test_classes_come_with_a_sign_and_a_word() -> None:
    """Every class, severity and axis has a sign and a word of its own; one not known here shows its name."""
    known = [kind_of(value) for value in (*Severity, *Axis)]

    assert len({kind.mark for kind in known}) == len({kind.word for kind in known}) == len(known)
    assert all(kind.mark != "·" for kind in known)


def test_pieces_of_a_bar_fill_it() -> None:
    """The pieces of a bar follow one another and end at the end."""
    kinds = count_kinds(tuple(Severity), [Severity.BREAKING, Severity.INFO, Severity.INFO])

    assert [(kind.count, kind.start, kind.share) for kind in kinds] == [
        (1, 0, 33.33),
        (0, 33.33, 0),
        (0, 33.33, 0),
        (2, 33.33, 66.67),
    ]
