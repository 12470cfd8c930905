"""A headless browser as the tests of pages see it: open, look, press; knows the pipe to it, not what a page promises."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import attrs

PHONE = (360, 800)
DESKTOP = (1440, 900)


class BrowserError(AssertionError):
    """The browser could not do what a test asked of it."""


@attrs.define(eq=False)
class Browser:
    """
    One browser with one page open at a time.

    Attributes:
        process: the program that drives it, a command a line in, an answer a line out.
    """

    process: subprocess.Popen[str]

    def ask(self, name: str, **options: object) -> Any:
        """Have one command done and return its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"name": name, **options}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline() or '{"error": "the browser is gone"}')
        if "error" in answer:
            raise BrowserError(f"{name} {options}: {answer['error']}")
        return answer["value"]

    def open(self, page: Path, *, row: str = "", size: tuple[int, int] = DESKTOP, scheme: str = "light") -> None:
        """Open a file, at a row if one is named, in a fresh profile."""
        fragment = f"#{row}" if row else ""
        self.ask("open", url=f"{page.as_uri()}{fragment}", width=size[0], height=size[1], scheme=scheme)

    def look(self, script: str) -> Any:
        """Return what a JavaScript expression is worth on the page."""
        return self.ask("evaluate", script=script)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.ask("press", key=key)

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        self.ask("type", text=text)

    def click(self, selector: str) -> None:
        """Click the first element of a selector."""
        self.ask("click", selector=selector)

    def count(self, selector: str) -> int:
        """Count the elements of a selector that a reader can see or scroll to."""
        script = f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.checkVisibility()).length"
        return int(self.look(script))

    def text(self, selector: str) -> str:
        """Return the text of the first element of a selector."""
        return str(self.look(f"document.querySelector({json.dumps(selector)}).textContent"))

    @property
    def faults(self) -> list[str]:
        """What the page should not have done since it was opened: errors, warnings, dialogs, requests."""
        return [str(fault) for fault in self.ask("faults")]
