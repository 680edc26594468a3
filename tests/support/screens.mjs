// The catalogue: every screen of a brand and every error state, made by the core from fixed requests. Journeys are
// followed from press to press, by the forms of the pages themselves, so that a new step cannot be forgotten.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { formPressed } from "./form_press.mjs";
import { built, site } from "./places.mjs";
import {
  BAD, DEVICES, GOOD, LATER, LATER_FAILS, NOW, SENDINGS, TRACKED, TRACKING_FAILS, TRACKING_KEY, VERDICTS, VERIFYING_FAILS, referenceOf, trackedOther,
} from "./screen_answers.mjs";

export const ORIGIN = "https://putright.example";
const ENTROPY = "0123456789abcdef0123456789abcdef";
const KINDS = ["complaint", "comment", "compliment"];
/** Far more than any journey has: a walk that goes round in a circle ends here. */
const MOST_STEPS = 30;

export const { brands } = JSON.parse(readFileSync(new URL("../../public/policy/brands.json", import.meta.url)));

/** The part of an address that names a step: `about` of `/homes-plus/complaint/about`. */
const stepOf = (path) => path.split("/").at(-1);

class Catalogue {
  screens = [];

  constructor(core, brand) {
    this.core = core;
    this.brand = brand;
  }

  ask(request) {
    const response = this.core.answer({ method: "GET", form: [], now: NOW, entropy: ENTROPY, origin: ORIGIN, ...request });
    if (response.status === 400) throw new Error(`the core cannot read ${JSON.stringify(request).slice(0, 200)}`);
    return response;
  }

  /** Keeps a screen under a name that tells it from all others. */
  add(name, response) {
    const id = /<main[^>]* data-screen="([^"]*)"/.exec(response.html)?.[1] ?? "";
    this.screens.push({ name, id, ...response });
    return response;
  }

  get(path, more = {}) { return this.ask({ path, ...more }); }

  press(page, go, answers, more = {}) {
    return this.ask({ method: "POST", ...formPressed(page.html, go, answers), ...more });
  }

  path(...parts) { return `/${[this.brand.id, ...parts].join("/")}`; }
}

function addHomes(catalogue) {
  catalogue.add("choose-brand", catalogue.get("/"));
  catalogue.add("home", catalogue.get(catalogue.path("")));
  for (const device of ["unfinished answers", "one waits", "one was sent"]) {
    catalogue.add(`home, ${device}`, catalogue.get(catalogue.path(""), { device: DEVICES[device](catalogue.brand) }));
  }
  catalogue.add("not-found", catalogue.get(catalogue.path("nothing-here")));
}

/** Without what this brand does not ask. Files come ahead of the form, so no field of the page shows them. */
function asked(page, answers) {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name.startsWith("attachment") || page.html.includes(` name="${name}"`)));
}

/** One step empty, with each of its problems, and with answers; gives back what Continue leads to. */
function addStep(catalogue, kind, page) {
  const step = stepOf(page.path);
  const name = `${kind}-${step}`;
  catalogue.add(name, page);
  for (const [what, { go = "continue", ...answers }] of Object.entries(BAD[step] ?? {})) {
    catalogue.add(`${name}, ${what}`, catalogue.press(page, go, asked(page, answers)));
  }
  const { form, path } = formPressed(page.html, "continue", asked(page, GOOD[step] ?? {}));
  const filled = { method: "POST", path, form: form.slice(0, -1) };
  if (GOOD[step]) catalogue.add(`${name}, answered`, catalogue.ask(filled));
  if (step === "what-happened") catalogue.add(`${name}, on a device that keeps it`, catalogue.ask({ ...filled, device: DEVICES.empty() }));
  return catalogue.press(page, "continue", asked(page, GOOD[step] ?? {}));
}

/** Walks one journey from its first screen to all that pressing Send may come to. */
function addJourney(catalogue, kind) {
  let page = catalogue.get(catalogue.path(kind, "who-for"));
  for (let steps = 0; stepOf(page.path) !== "check"; steps += 1) {
    if (steps === MOST_STEPS) throw new Error(`the journey of a ${kind} does not come to its end; it is at ${page.path}`);
    page = addStep(catalogue, kind, page);
  }
  catalogue.add(`${kind}-check`, page);
  catalogue.add(`${kind}-who-for, changed from the check screen`, catalogue.press(page, "change-who-for"));
  for (const [name, answer] of Object.entries(SENDINGS)) {
    catalogue.add(`${kind}-${name}`, catalogue.press(page, "send", {}, { answer: answer(catalogue.brand) }));
  }
}

function addTracking(catalogue) {
  const page = catalogue.add("track", catalogue.get(catalogue.path("track")));
  const known = { reference: referenceOf(catalogue.brand), tracking_key: TRACKING_KEY };
  catalogue.add("track, nothing typed", catalogue.press(page, "track"));
  catalogue.add("track, mistyped", catalogue.press(page, "track", { reference: "HP-1", tracking_key: "x" }));
  for (const [what, answer] of Object.entries(TRACKING_FAILS)) catalogue.add(`track, ${what}`, catalogue.press(page, "track", known, { answer }));
  for (const [what, answer] of Object.entries(TRACKED)) {
    catalogue.add(`tracked, ${what}`, catalogue.press(page, "track", known, { answer: answer(catalogue.brand) }));
  }
  for (const kind of KINDS.slice(1)) {
    catalogue.add(`tracked, a ${kind}`, catalogue.press(page, "track", known, { answer: trackedOther(catalogue.brand, kind) }));
  }
}

/** The forms of later, opened where a customer opens them: on the screen of their complaint. */
function addLaterForms(catalogue) {
  const known = { reference: referenceOf(catalogue.brand), tracking_key: TRACKING_KEY };
  const track = catalogue.get(catalogue.path("track"));
  for (const [form, { from, answers, bad, becomes }] of Object.entries(LATER)) {
    const tracked = catalogue.press(track, "track", known, { answer: TRACKED[from](catalogue.brand) });
    if (!tracked.html.includes(`/track/${form}"`)) continue;
    const opening = { path: catalogue.path("track", form), form: [...Object.entries(known), ["question", form === "answers" ? "Which room is damp?" : ""], ["go", "ask"]] };
    const page = catalogue.add(`later-${form}`, catalogue.ask({ method: "POST", ...opening }));
    catalogue.add(`later-${form}, with a problem`, catalogue.press(page, "send", bad));
    for (const [what, answer] of Object.entries(LATER_FAILS)) catalogue.add(`later-${form}, ${what}`, catalogue.press(page, "send", answers, { answer }));
    catalogue.add(`later-${form}, done`, catalogue.press(page, "send", answers, { answer: TRACKED[becomes](catalogue.brand) }));
  }
}

function addVerifying(catalogue) {
  const page = catalogue.add("verify", catalogue.get(catalogue.path("verify")));
  const receipt = { receipt: "eyJhbGciOiJFZERTQSJ9.eyJicmFuZCI6ImEifQ.c2lnbmF0dXJl" };
  catalogue.add("verify, nothing pasted", catalogue.press(page, "verify"));
  for (const [what, answer] of Object.entries(VERIFYING_FAILS)) catalogue.add(`verify, ${what}`, catalogue.press(page, "verify", receipt, { answer }));
  for (const [what, answer] of Object.entries(VERDICTS)) catalogue.add(`verified, ${what}`, catalogue.press(page, "verify", receipt, { answer: answer(catalogue.brand) }));
}

function addOutbox(catalogue) {
  const path = catalogue.path("outbox");
  catalogue.add("outbox, empty", catalogue.get(path, { device: DEVICES.empty() }));
  const page = catalogue.add("outbox, all three", catalogue.get(path, { device: DEVICES["all three"](catalogue.brand) }));
  catalogue.add("outbox-remove", catalogue.press(page, "remove-waiting", {}, { device: DEVICES["all three"](catalogue.brand) }));
}

/** Those made ahead of time that the core has no answer for. */
function addInformation(catalogue) {
  for (const name of readdirSync(join(built(site), catalogue.brand.id)).sort()) {
    const path = catalogue.path(name);
    const file = join(site, path, "index.html");
    if (!existsSync(file) || catalogue.get(path).status !== 404) continue;
    const html = readFileSync(file, "utf8");
    catalogue.add(`information-${name}`, { status: 200, path, html, title: /<title>([^<]*)/.exec(html)[1] });
  }
}

/** Every screen of a brand: `{name, id, status, path, title, html}`. `id` is the screen's own, several states share it. */
export function screensOf(core, brand) {
  const catalogue = new Catalogue(core, brand);
  addHomes(catalogue);
  for (const kind of KINDS) addJourney(catalogue, kind);
  addTracking(catalogue);
  addLaterForms(catalogue);
  addVerifying(catalogue);
  addOutbox(catalogue);
  addInformation(catalogue);
  return catalogue.screens;
}
