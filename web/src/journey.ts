// Page mode: presses are answered by the core in this page instead of by the network. Whatever the core cannot
// answer is left to the browser, which sends the plain link or form to the stub.
import type { Core } from "./core";
import type { Effect, Entry, PortalRequest, PortalResponse } from "./contract";
import { runEffect } from "./effects";
import { adoptEntry, enterEntry, entryNow, keepSoon, keepWaiting, pushEntry, replaceEntry } from "./entries";
import { fieldsOf, restoreTyped, shownScreen } from "./fields";
import { fillTrackingForm } from "./tracking_link";
import { goToField, showPage } from "./show";
import { sayBusy } from "./waiting";

const ENTROPY_BYTES = 16;
/** Said while a call runs. The only words of this script: the core has no screen for a moment. */
const WAITING_WORDS = { POST: "Sending…", GET: "Loading…" };

function freshEntropy(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ENTROPY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function requestFor(path: string, form?: PortalRequest["form"]): PortalRequest {
  const now = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  return { method: form ? "POST" : "GET", path, form: form ?? [], now, entropy: freshEntropy() };
}

/** A call that only asks may be made again at any time. */
function isQuestion(effect: Effect): boolean {
  return effect.method === "GET";
}

/** A press that asks for another tab, a download or another site is the browser's. */
function isPlainPress(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const modified = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return !modified && !link.target && !link.hasAttribute("download") && link.origin === location.origin;
}

/** A link that looks like a button is pressed by the space bar too. */
function pressWithSpace(event: KeyboardEvent): void {
  const link = event.target;
  if (event.key !== " " || !(link instanceof HTMLAnchorElement) || link.getAttribute("role") !== "button") return;
  event.preventDefault();
  link.click();
}

export class Journey {
  private core: Core | undefined;
  private isWaiting = false;

  /** Listens from now on; answers nothing itself until `begin` brings a core. */
  listen(): void {
    document.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("keydown", (event) => pressWithSpace(event));
    document.addEventListener("submit", (event) => this.onSubmit(event));
    document.addEventListener("input", keepSoon);
    document.addEventListener("focusout", keepWaiting);
    addEventListener("scroll", keepSoon, { passive: true });
    addEventListener("pagehide", keepWaiting);
    addEventListener("popstate", (event) => this.onPopState(event));
    restoreTyped(enterEntry().typed);
  }

  /** The core is ready: shows again what this entry carries, and answers presses from here on. */
  begin(core: Core): void {
    this.core = core;
    history.scrollRestoration = "manual";
    const entry = entryNow();
    if (!entry.request) return;
    this.showAgain(entry);
    void this.askAgain(entry.request);
  }

  /** After a reload: what the stub was asked may have a newer answer by now. */
  private async askAgain(request: PortalRequest): Promise<void> {
    const { answer: before, ...asked } = { ...request, now: requestFor(request.path).now };
    if (!before) return;
    const effect = this.answer(asked)?.effect;
    if (!effect || !isQuestion(effect)) return;
    const answer = await runEffect(effect);
    const newer = { ...asked, answer };
    const response = this.answer(newer);
    if (answer.status !== 200 || !response || entryNow().request?.entropy !== request.entropy) return;
    replaceEntry(newer, response.path);
    showPage(response.html, "back");
  }

  /** No answer: the core is not there, or not well, or does not know the address. */
  private answer(request: PortalRequest): PortalResponse | undefined {
    try {
      const response = this.core?.answer(request);
      return response && response.status !== 404 && response.status !== 400 ? response : undefined;
    } catch {
      this.core = undefined;
      return undefined;
    }
  }

  private onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.href || event.defaultPrevented || !isPlainPress(event, link)) return;
    const url = new URL(link.href);
    if (url.pathname === location.pathname && url.hash) {
      this.followHash(event, link, url);
      return;
    }
    if (this.isWaiting) return;
    const request = requestFor(url.pathname);
    const response = this.answer(request);
    if (!response || response.effect) return;
    event.preventDefault();
    this.arrive(request, response);
    fillTrackingForm(url.hash);
  }

  /** The browser scrolls to a field but does not focus it; a link of the error summary must. */
  private followHash(event: MouseEvent, link: HTMLAnchorElement, url: URL): void {
    const field = document.getElementById(decodeURIComponent(url.hash.slice(1)));
    if (!field || !link.closest(".govuk-error-summary")) return;
    event.preventDefault();
    goToField(field);
  }

  private onSubmit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    const url = new URL(form.action);
    if (url.origin !== location.origin) return;
    if (this.isWaiting) {
      event.preventDefault();
      return;
    }
    const request = requestFor(url.pathname, fieldsOf(form, event.submitter));
    const response = this.answer(request);
    if (!response) return;
    event.preventDefault();
    if (response.effect) void this.runAndArrive(request, response, form, event.submitter);
    else this.arrive(request, response);
  }

  /** Makes the call that the screen waits for. The entry stays as it was until there is an answer. */
  private async runAndArrive(request: PortalRequest, waiting: PortalResponse, form: HTMLFormElement,
                             button: HTMLElement | null): Promise<void> {
    if (!waiting.effect) return;
    this.isWaiting = true;
    const done = sayBusy(button, WAITING_WORDS[isQuestion(waiting.effect) ? "GET" : "POST"]);
    const answered = { ...request, answer: await runEffect(waiting.effect) };
    this.isWaiting = false;
    done();
    const response = this.answer(answered);
    if (response) this.arrive(answered, response);
    else form.requestSubmit(button);
  }

  private arrive(request: PortalRequest, response: PortalResponse): void {
    const screenBefore = shownScreen();
    const page = new DOMParser().parseFromString(response.html, "text/html");
    const isNew = response.path !== location.pathname || shownScreen(page) !== screenBefore;
    if (isNew) pushEntry(request, response.path);
    else replaceEntry(request, response.path);
    showPage(response.html, "forward");
  }

  private onPopState(event: PopStateEvent): void {
    if (event.state) this.showAgain(enterEntry());
    else adoptEntry();
  }

  private showAgain(entry: Entry): void {
    const html = entry.request ? this.answer(entry.request)?.html : entry.page;
    if (html === undefined) {
      if (entry.request || entry.page === undefined) location.reload();
      return;
    }
    showPage(html, "back");
    restoreTyped(entry.typed);
    scrollTo(0, entry.scroll ?? 0);
  }
}
