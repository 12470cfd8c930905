"""The page of changes in a real browser: witnesses beside findings, filters, links, and accessible."""

from __future__ import annotations

from pathlib import Path

import pytest

from specfold.compare.change import Diff, Severity
from specfold.report.html.diff_page import diff_to_html
from specfold.report.html.matrix_page import matrix_to_html
from tests.pages.browser import DESKTOP, PHONE, Browser
from tests.unit.report.html.builders import HOSTILE, change_of, matrix_of

pytestmark = pytest.mark.pages


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")])
def test_the_page_is_accessible(browser: Browser, diff_page: Path, size: tuple[int, int], scheme: str) -> None:
    """No rule of axe is broken, the page runs without a fault, asks nobody for anything and fits the screen."""
    browser.open(diff_page, size=size, scheme=scheme)

    violations = browser.ask("audit")

    assert violations == []
    assert browser.faults == []
    assert browser.look("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_witness_can_be_sent(browser: Browser, diff_page: Path) -> None:
    """Beside a breaking change of a request stands a value, which the clipboard gets as it is or as a command."""
    browser.open(diff_page)
    browser.click(".breaking.request button[data-what='Command']")
    command = browser.look("navigator.clipboard.readText()")
    browser.click(".breaking.request button[data-what='Value']")
    value = browser.look("navigator.clipboard.readText()")

    assert command.startswith("curl --globoff -X ")
    assert '"$BASE_URL"/' in command
    assert '"Authorization: Bearer $API_KEY"' in command
    assert browser.look(f"JSON.parse({value!r})") is not None
    assert browser.text("#said") == "Value copied"
    beside = "(a => a.querySelector('.shows').getBoundingClientRect().left > a.querySelector('h3').getBoundingClientRect().right)"
    assert browser.look(f"{beside}(document.querySelector('.shows').closest('article'))")


def test_filters_narrow_by_severity_axis_and_operation(browser: Browser, diff_page: Path) -> None:
    """Severities, axes and operations narrow each other; an operation of the summary is one click away."""
    browser.open(diff_page)
    browser.click('.chip[data-class="breaking"]')
    breaking = browser.count("[id^=row-]")
    browser.click('.chip[data-axis="request"]')
    requests = browser.count("[id^=row-]")
    browser.click("[data-pick]")
    of_operation = browser.count("[id^=row-]")

    assert breaking > requests > of_operation > 0
    assert browser.count("[id^=row-]:not(.breaking.request)") == 0
    browser.click("#reset")
    assert browser.count("[id^=row-]") > breaking


def test_a_link_to_a_folded_change_shows_it(browser: Browser, diff_page: Path) -> None:
    """A link to one of the many harmless changes unfolds them and brings it into view."""
    browser.open(diff_page)
    row = browser.look("[...document.querySelectorAll('article.info')].at(-1).id")

    browser.open(diff_page, row=row, size=PHONE)

    assert browser.look("document.querySelector('.here').id") == row
    assert browser.look(
        f"(r => r.top >= 0 && r.top < innerHeight)(document.getElementById('{row}').getBoundingClientRect())"
    )


def test_hostile_documents_run_nothing(browser: Browser, tmp_path: Path) -> None:
    """Documents that hold tags, quotes and direction marks everywhere run nothing, call nobody and break no rule."""
    changes = tuple(change_of(f"{HOSTILE}{level.value}", severity=level, instance={HOSTILE: 1}) for level in Severity)
    pages = {
        "diff": diff_to_html(Diff(old=HOSTILE, new=HOSTILE, changes=changes)),
        "matrix": matrix_to_html(
            matrix_of((f"{HOSTILE}: {HOSTILE}", HOSTILE, (HOSTILE, None, "x")), columns=(HOSTILE, "b", "c"))
        ),
    }
    for name, text in pages.items():
        page = tmp_path / f"{name}.html"
        page.write_text(text, "utf-8")

        browser.open(page, size=PHONE)

        assert browser.ask("audit") == []
        assert browser.look("typeof window.pwned") == "undefined"
        assert browser.faults == []
        assert browser.look("document.documentElement.scrollWidth - innerWidth") <= 0
