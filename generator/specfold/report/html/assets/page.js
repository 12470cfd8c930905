"use strict";
(() => {
  const all = (selector, node = document) => [...node.querySelectorAll(selector)];
  const one = (selector, node = document) => node.querySelector(selector);
  const rows = all('[id^="row-"]');
  const blocks = all("tbody[data-s]");
  const groups = all("details.group");
  const chips = all(".chip");
  const search = one("#search"), section = one("#section"), main = one("#found");
  const wasOpen = new Map(groups.map((group) => [group, group.open]));
  const texts = new Map();

  const say = (text) => { one("#said").textContent = text; };
  const textOf = (row) => {
    if (!texts.has(row)) {
      const group = row.closest("details.group");
      texts.set(row, `${group ? one("summary", group).textContent : ""} ${row.textContent}`.toLowerCase());
    }
    return texts.get(row);
  };
  const sectionsOf = (row) => row.closest("[data-s]").dataset.s.split(" ");

  // Filters: chips of one kind widen each other, kinds narrow each other; none pressed means all.
  const pressed = (key) => chips.filter((chip) => key in chip.dataset && chip.getAttribute("aria-pressed") === "true")
    .map((chip) => chip.dataset[key]);
  const filters = () => ({
    words: search.value.toLowerCase().split(/\s+/).filter(Boolean),
    section: section ? section.value : "",
    classes: pressed("class"), axes: pressed("axis"), columns: pressed("column"),
  });
  const fits = (row, want) =>
    (!want.classes.length || want.classes.some((name) => row.classList.contains(name))) &&
    (!want.axes.length || want.axes.some((name) => row.classList.contains(name))) &&
    (!want.section || sectionsOf(row).includes(want.section)) &&
    (!want.columns.length || want.columns.some((number) => !row.children[number - 1].classList.contains("n"))) &&
    want.words.every((word) => textOf(row).includes(word));

  const apply = () => {
    const want = filters();
    const filtering = want.words.length || want.section || want.classes.length || want.axes.length || want.columns.length;
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row, want);
      shown += row.hidden ? 0 : 1;
    }
    for (const block of blocks) block.hidden = !one('[id^="row-"]:not([hidden])', block);
    for (const group of groups) {
      group.hidden = !one('[id^="row-"]:not([hidden])', group);
      group.open = filtering ? !group.hidden : wasOpen.get(group);
    }
    for (const chip of chips) {
      const number = chip.dataset.column;
      if (number) main.classList.toggle(`hide-${number}`, want.columns.length > 0 && !want.columns.includes(number));
    }
    one("#nothing").hidden = shown > 0 || rows.length === 0;
    const tally = one("#tally");
    tally.textContent = filtering ? `${shown} of ${rows.length}` : `${rows.length} ${tally.dataset.noun}`;
    one("#reset").disabled = !filtering;
    paint(want.words);
  };

  const paint = (words) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("found");
    if (!words.length) return;
    const ranges = [];
    for (const row of rows) {
      if (row.hidden) continue;
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  const clear = () => {
    search.value = "";
    if (section) section.value = "";
    for (const chip of chips) chip.setAttribute("aria-pressed", "false");
    apply();
  };

  // Links to a row: open what hides it, bring it into view, mark it.
  const visit = () => {
    let name = "";
    try { name = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const place = name && document.getElementById(name);
    for (const row of all(".here")) row.classList.remove("here");
    if (!place || !place.matches('[id^="row-"], [id^="fit-"], details.group')) return;
    if (place.hidden || place.closest("[hidden]")) clear();
    for (let node = place; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (place.matches("details")) { place.scrollIntoView(); return; }
    place.classList.add("here");
    place.scrollIntoView({ block: "center" });
  };

  const copy = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say(`${what} copied`);
  };
  const flash = (button) => {
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1200);
  };

  for (const row of rows) {
    const link = one('a[href^="#row-"]', row);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.tabIndex = -1;
    button.title = "Copy link";
    button.setAttribute("aria-label", `Copy link to ${link.textContent}`);
    link.after(button);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".link")) {
      const row = button.closest('[id^="row-"]');
      copy(`${location.href.split("#")[0]}#${row.id}`, "Link");
      flash(button);
    } else if (button.dataset.copy !== undefined) {
      copy(button.dataset.copy, button.dataset.what);
      flash(button);
    } else if (button.matches(".chip")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    } else if (button.dataset.pick) {
      section.value = button.dataset.pick;
      apply();
      main.scrollIntoView();
    } else if (button.id === "reset" || button.id === "again") {
      clear();
      search.focus();
    } else if (button.id === "more") {
      button.setAttribute("aria-expanded", String(one("#filters").classList.toggle("open")));
    }
  });
  document.addEventListener("focusin", (event) => {
    for (const button of all('.link[tabindex="0"]')) button.tabIndex = -1;
    const row = event.target.closest('[id^="row-"]');
    if (row) one(".link", row).tabIndex = 0;
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && event.target === search) {
      search.value = "";
      apply();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.target.matches('a[href^="#row-"]')) {
      const links = rows.filter((row) => row.offsetParent !== null).map((row) => one('a[href^="#row-"]', row));
      const next = links[links.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  });

  // Theme: as the system has it, unless the reader chose one; remembered where the browser allows it.
  const themes = ["system", "dark", "light"];
  const setTheme = (name) => {
    if (name === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    one("#theme span:last-child").textContent = name;
    try { localStorage.setItem("theme", name); } catch { /* no storage here: the choice lasts for this visit */ }
  };
  let theme = "system";
  try { theme = localStorage.getItem("theme") || "system"; } catch { /* as above */ }
  setTheme(themes.includes(theme) ? theme : "system");
  one("#theme").addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    setTheme(theme);
  });

  const tools = one(".tools");
  const measure = () => document.documentElement.style.setProperty("--bar", `${tools.offsetHeight}px`);
  new ResizeObserver(measure).observe(tools);
  measure();
  search.addEventListener("input", () => {
    apply();
    if (tools.getBoundingClientRect().top > innerHeight / 3) window.scrollTo(0, tools.offsetTop);
  });
  if (section) section.addEventListener("change", apply);
  window.addEventListener("hashchange", visit);
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const details of folded) details.open = true;
  });
  window.addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
  apply();
  visit();
})();
