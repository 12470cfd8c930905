// A browser behind two pipes: one JSON command a line in, one JSON answer a line out. Knows no page and no promise.
"use strict";
const { readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const { createRequire } = require("node:module");

const [, , tools, executablePath] = process.argv;
const load = createRequire(`${tools}/node_modules/`);
const { chromium } = load("playwright-core");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
const args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let browser, context, page, faults;

const watchShifts = () => {
  window.__shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
};

const commands = {
  async open({ url, width, height, scheme, reduced }) {
    if (context) await context.close();
    faults = [];
    context = await browser.newContext({
      viewport: { width, height }, colorScheme: scheme, reducedMotion: reduced ?? "reduce", permissions: ["clipboard-read", "clipboard-write"],
    });
    page = await context.newPage();
    page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`); });
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("request", (request) => { if (request.url() !== url.split("#")[0] && !request.url().startsWith("data:")) faults.push(`request: ${request.url()}`); });
    await page.addInitScript(watchShifts);
    await page.goto(url);
  },
  async evaluate({ script }) { return (await page.evaluate(script)) ?? null; },
  async press({ key }) { await page.keyboard.press(key); },
  async type({ text }) { await page.keyboard.type(text); },
  async click({ selector }) { await page.locator(selector).first().click(); },
  async hover({ selector }) { await page.locator(selector).first().hover(); },
  async choose({ selector, value }) { await page.selectOption(selector, value); },
  async scroll({ to }) { await page.evaluate(async (y) => { window.scrollTo(0, y); await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); }, to); },
  async print({ on }) { await page.emulateMedia({ media: on ? "print" : null }); },
  async shoot({ path }) { await page.screenshot({ path }); },
  async faults() { return faults; },
  async audit() {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 300)}`).join(" | ")}`);
  },
};

(async () => {
  browser = await chromium.launch({ executablePath, args });
  for await (const line of createInterface({ input: process.stdin })) {
    const { name, ...options } = JSON.parse(line);
    let answer;
    try {
      answer = { value: (await commands[name](options)) ?? null };
    } catch (error) {
      answer = { error: String(error) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  await browser.close();
})();
