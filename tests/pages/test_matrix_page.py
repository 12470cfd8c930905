"""The page of many documents in a real browser: found, filtered, linked to, printed, and accessible."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.browser import DESKTOP, PHONE, Browser

pytestmark = pytest.mark.pages

LAST_ROW = "[...document.querySelectorAll('[id^=row-]')].at(-1)"


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
def test_the_page_is_accessible(browser: Browser, matrix_page: Path, size: tuple[int, int], scheme: str) -> None:
    """No rule of axe is broken, the page runs without a fault, asks nobody for anything and fits the screen."""
    browser.open(matrix_page, size=size, scheme=scheme)

    violations = browser.ask("audit")

    assert violations == []
    assert browser.faults == []
    assert browser.look("document.documentElement.scrollWidth - innerWidth") <= 0


def test_everything_is_accessible_unfolded_and_filtered(browser: Browser, matrix_page: Path) -> None:
    """No rule of axe is broken either with all sections open, a row marked and filters on."""
    browser.open(matrix_page)
    browser.look("document.querySelectorAll('details').forEach(part => part.open = true)")
    browser.look(f"location.hash = {LAST_ROW}.id")
    browser.click(".chip[data-column]")

    violations = browser.ask("audit")

    assert violations == []


def test_search_leaves_the_rows_with_every_word(browser: Browser, matrix_page: Path) -> None:
    """A slash goes to the search, each word must be in the row or its heading, Escape brings all rows back."""
    browser.open(matrix_page)
    total = browser.count("[id^=row-]")
    browser.press("/")
    browser.type("chat temperature")

    found = browser.look("[...document.querySelectorAll('[id^=row-]:not([hidden]) a')].map(a => a.textContent)")

    assert found
    assert all("temperature" in path for path in found)
    assert browser.text("#tally").startswith(f"{len(found)} of ")
    browser.press("Escape")
    assert browser.count("[id^=row-]") == total


def test_a_search_without_result_says_so(browser: Browser, matrix_page: Path) -> None:
    """What nothing matches is said, and one button brings everything back."""
    browser.open(matrix_page)
    browser.press("/")
    browser.type("no such member anywhere")

    assert browser.count("[id^=row-]") == 0
    assert browser.count("#nothing") == 1
    browser.click("#again")
    assert browser.count("[id^=row-]") > 0


def test_filters_narrow_by_class_vendor_and_section(browser: Browser, matrix_page: Path) -> None:
    """Chips of classes and documents and the choice of a section narrow each other; hidden columns are gone."""
    browser.open(matrix_page)
    browser.click('.chip[data-class="differs"]')
    of_class = browser.count("[id^=row-]")
    browser.click('.chip[data-column="2"]')
    of_column = browser.count("[id^=row-]")
    browser.ask("choose", selector="#section", value="s2")
    of_section = browser.count("[id^=row-]")

    assert of_class > of_column > of_section > 0
    assert browser.count("[id^=row-]:not(.differs)") == 0
    assert browser.look("document.querySelectorAll('[id^=row-]:not([hidden]) > td:nth-child(2).n').length") == 0
    assert (
        browser.look(
            "new Set([...document.querySelectorAll('tbody[data-s]:not([hidden])')].map(b => b.dataset.s)).size"
        )
        == 1
    )
    assert browser.count(".t thead th") == 2


def test_a_link_to_a_row_shows_the_row(browser: Browser, matrix_page: Path) -> None:
    """A link to a folded row unfolds it, brings it into view below the header and marks it, whatever was filtered."""
    browser.open(matrix_page)
    row = browser.look(f"{LAST_ROW}.id")

    browser.open(matrix_page, row=row)

    script = f"(({{top, bottom}}) => top > 80 && bottom <= innerHeight)(document.getElementById('{row}').getBoundingClientRect())"
    assert browser.look(script)
    assert browser.look("document.querySelector('.here').id") == row
    browser.click('.chip[data-class="same"]')
    browser.look("location.hash = ''")
    browser.look(f"location.hash = '{row}'")
    assert browser.look(f"new Promise(done => setTimeout(() => done({script}), 50))")
    assert browser.faults == []


def test_a_verdict_leads_to_its_reason(browser: Browser, matrix_page: Path) -> None:
    """From the member to blame in the grid a link leads to the folded reason, with a value that shows it."""
    browser.open(matrix_page)
    browser.click(".grid[open] td a")

    anchor = browser.look("location.hash.slice(1)")

    assert browser.look("document.querySelector('.here').id") == anchor
    assert browser.count(f"#{anchor} pre") == 1
    assert browser.look(
        f"(r => r.top >= 0 && r.bottom <= innerHeight)(document.getElementById('{anchor}').getBoundingClientRect())"
    )


def test_the_link_of_a_row_can_be_copied(browser: Browser, matrix_page: Path) -> None:
    """Each row gives its link to the clipboard, by keyboard too."""
    browser.open(matrix_page)
    browser.look("document.querySelector('[id^=row-] a').focus()")
    browser.press("ArrowDown", "Tab", "Enter")

    copied = browser.look("navigator.clipboard.readText()")

    second = browser.look("document.querySelectorAll('[id^=row-]')[1].id")
    assert copied == f"{matrix_page.as_uri()}#{second}"
    assert browser.text("#said") == "Link copied"


def test_header_and_first_column_stay(browser: Browser, matrix_page: Path) -> None:
    """The names of the documents stay below the tools, the names of the members stay at the left."""
    browser.open(matrix_page, size=(740, 600))
    browser.look(
        "document.querySelectorAll('details.group')[2].querySelectorAll('tr')[40].scrollIntoView({block: 'center'})"
    )
    browser.look("scrollBy(200, 0)")

    places = browser.look(
        "(() => { const g = document.querySelectorAll('details.group')[2], r = e => e.getBoundingClientRect();"
        " return [r(document.querySelector('.tools')).bottom - r(g.querySelector('thead th')).top,"
        " r(g.querySelectorAll('tr')[40].children[0]).left, scrollX] })()"
    )

    assert abs(places[0]) <= 1
    assert 0 <= places[1] <= 1
    assert places[2] > 0


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_nothing_moves_while_one_reads(browser: Browser, matrix_page: Path, size: tuple[int, int]) -> None:
    """Reading from top to bottom shifts no line that has been seen."""
    browser.open(matrix_page, size=size)
    height = browser.look("document.documentElement.scrollHeight")
    for place in range(0, height, 700):
        browser.ask("scroll", to=place)

    assert browser.look("window.__shift") < 0.01


def test_the_theme_can_be_chosen(browser: Browser, matrix_page: Path) -> None:
    """The button goes from the system's theme to dark to light, and the page follows at once."""
    browser.open(matrix_page)
    themes = []
    for _ in range(3):
        browser.click("#theme")
        themes.append(
            browser.look(
                "[document.querySelector('#theme').textContent, getComputedStyle(document.body.parentElement).backgroundColor]"
            )
        )

    (dark_name, dark), (light_name, light), (system_name, system) = themes
    assert (dark_name, light_name, system_name) == ("Theme: dark", "Theme: light", "Theme: system")
    assert dark != light == system


def test_the_keyboard_goes_past_the_tools(browser: Browser, matrix_page: Path) -> None:
    """The first stop of the tabulator is a link to the rows."""
    browser.open(matrix_page)
    browser.press("Tab", "Enter")

    focused = browser.look("document.activeElement.id")

    assert focused == "found"


def test_paper_shows_every_row(browser: Browser, matrix_page: Path) -> None:
    """In print every section is open and the tools are gone."""
    browser.open(matrix_page)
    total = browser.look("document.querySelectorAll('[id^=row-]').length")
    browser.look("dispatchEvent(new Event('beforeprint'))")
    browser.ask("print", on=True)

    assert browser.count("[id^=row-]") == total
    assert browser.count(".tools, .skip, .link") == 0
