// Page mode: presses are answered by the core in this page instead of by the network. Whatever the core cannot
// answer is left to the browser, which sends the plain link or form to the stub.
import { tellOthers } from "./channel";
import { takeFiles, takesFiles } from "./chosen_files";
import type { Progress } from "./chosen_files";
import type { Core } from "./core";
import type { Effect, Entry, PortalRequest, PortalResponse } from "./contract";
import { readDevice, withDevice } from "./device";
import { actOnDevice, isForDevice } from "./device_forms";
import { isContinuing, keepArrived, keepDraftSoon, keepWaitingDraft, keptAs, keyBeforeId } from "./draft_keeper";
import { adoptEntry, enterEntry, entryNow, keepNow, keepSoon, keepWaiting, pushEntry, replaceEntry } from "./entries";
import { fieldsOf, holdsFiles, restoreTyped, shownScreen } from "./fields";
import { keepTrying } from "./flushing";
import { isReachable, lastResort, showLastResort } from "./last_resort";
import { isSending, itemsKept } from "./outbox";
import { perform } from "./perform";
import { requestFor } from "./requests";
import { goToField, parsePage, refreshPage, showPage } from "./show";
import type { KeptDraft } from "./storage";
import { fillTrackingForm } from "./tracking_link";
import type { Wait } from "./waiting";
import { sayBusy } from "./waiting";

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

/** A screen that is there to say what waits may be replaced by a newer one; nothing is filled in on it. */
function isAboutOutbox(): boolean {
  return entryNow().request?.answer?.kept === true || location.pathname.endsWith("/outbox");
}

/** What shows this screen again. */
function shownRequest(): PortalRequest {
  return entryNow().request ?? requestFor(location.pathname);
}

function keepAllWaiting(): void {
  keepWaiting();
  keepWaitingDraft();
}

export class Journey {
  private core: Core | undefined;
  private isWaiting = false;
  private isLetThrough = false;

  /** `bring` waits for the core, if it can still come. */
  constructor(private readonly bring: () => Promise<void>) {}

  /** Listens from now on; answers nothing itself until `begin` brings a core. */
  listen(): void {
    document.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("keydown", (event) => pressWithSpace(event));
    document.addEventListener("submit", (event) => this.onSubmit(event));
    document.addEventListener("input", () => { keepSoon(); keepDraftSoon(); });
    document.addEventListener("focusout", keepAllWaiting);
    document.addEventListener("visibilitychange", keepAllWaiting);
    addEventListener("scroll", keepSoon, { passive: true });
    addEventListener("pagehide", keepAllWaiting);
    addEventListener("popstate", (event) => this.onPopState(event));
    restoreTyped(enterEntry().typed);
    keepTrying(() => void this.refresh());
  }

  /** The core is ready: shows again what this entry carries, and answers presses from here on. */
  begin(core: Core): void {
    this.core = core;
    history.scrollRestoration = "manual";
    const entry = entryNow();
    if (entry.request) {
      this.showAgain(entry);
      void this.askAgain(entry.request);
    }
    void this.refresh();
  }

  /** After a reload: what the stub was asked may have a newer answer by now. */
  private async askAgain(request: PortalRequest): Promise<void> {
    const { answer: before, ...asked } = { ...request, now: requestFor(request.path).now };
    if (!before) return;
    const effect = this.answer(asked)?.effect;
    if (!effect || !isQuestion(effect)) return;
    const answer = await perform(asked, effect);
    const newer = { ...asked, answer };
    const response = this.answer(newer);
    if (answer.status !== 200 || !response || entryNow().request?.entropy !== request.entropy) return;
    replaceEntry(newer, response.path);
    showPage(parsePage(response.html), "back");
  }

  /** What this device keeps has changed: the notices of the shown screen follow, and nothing that is being filled. */
  private async refresh(): Promise<void> {
    await readDevice();
    const asked = await this.settled(shownRequest());
    const response = this.isWaiting ? undefined : this.answer(asked);
    if (!response || response.effect || asked.entropy !== (entryNow().request ?? asked).entropy) return;
    const page = parsePage(response.html);
    if (refreshPage(page) || !isAboutOutbox()) return;
    replaceEntry(asked, response.path);
    showPage(page, "back");
  }

  /** A press that waited has its answer by now. */
  private async settled(request: PortalRequest): Promise<PortalRequest> {
    if (!request.answer?.kept) return request;
    const item = (await itemsKept()).find((kept) => kept.request.entropy === request.entropy);
    return item?.answer ? { ...request, answer: item.answer } : request;
  }

  /** No answer: the core is not there, or not well, or does not know the address. */
  private answer(request: PortalRequest): PortalResponse | undefined {
    try {
      const response = this.core?.answer(withDevice(request));
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
    if (url.origin !== location.origin || this.isLetThrough) return;
    const request = requestFor(url.pathname, fieldsOf(form, event.submitter));
    const forDevice = isForDevice(url.pathname);
    // The core takes words only. Files go ahead of it, or with the form where this page cannot take them.
    const withFiles = holdsFiles(form);
    if (withFiles && !this.isWaiting && takesFiles() && this.answer(request)) {
      event.preventDefault();
      void this.pressWithFiles(request, form, event.submitter);
      return;
    }
    const response = this.isWaiting || forDevice || withFiles ? undefined : this.answer(request);
    if (!this.isWaiting && !forDevice && !response && !lastResort()) return;
    event.preventDefault();
    if (this.isWaiting) return;
    if (forDevice) void this.pressForDevice(request, event.submitter);
    else if (response) void this.follow(request, response, form, event.submitter);
    else void this.leaveToBrowser(request, form, event.submitter);
  }

  /** Files are kept and sent first, unless they are stopped; the form then says what became of each. */
  private async pressWithFiles(press: PortalRequest, form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
    const stop = new AbortController();
    const files = await this.busy("sending", button, (tell) => takeFiles(form, tell, stop.signal), () => stop.abort());
    // Stopped before any had gone: they are still chosen.
    if (files?.length === 0) return;
    const request = { ...press, form: [...press.form, ...files ?? []] };
    const response = files && this.answer(request);
    if (response) await this.follow(request, response, form, button);
    else await this.leaveToBrowser(press, form, button);
  }

  private async follow(request: PortalRequest, response: PortalResponse, form: HTMLFormElement,
                       button: HTMLElement | null): Promise<void> {
    if (response.effect) await this.runAndArrive(request, response.effect, form, button);
    else if (isContinuing(request)) this.arrive(request, response, await keptAs(request));
    else this.arrive(request, response);
  }

  /** Makes the call that the screen waits for. The entry stays as it was until there is an answer. */
  private async runAndArrive(request: PortalRequest, effect: Effect, form: HTMLFormElement,
                             button: HTMLElement | null): Promise<void> {
    const wait = isQuestion(effect) ? "loading" : "sending";
    const answered = { ...request, answer: await this.busy(wait, button, () => perform(request, effect)) };
    await readDevice();
    if (isSending(effect)) tellOthers();
    const response = this.answer(answered);
    if (response) this.arrive(answered, response);
    else form.requestSubmit(button);
  }

  /** Says that we wait while `work` runs, and takes no other press. */
  private async busy<Result>(wait: Wait, button: HTMLElement | null, work: (tell: Progress) => Promise<Result>,
                             stop?: () => void): Promise<Result> {
    this.isWaiting = true;
    const waiting = sayBusy(button, wait, stop);
    try {
      return await work((share) => waiting.tell(share));
    } finally {
      this.isWaiting = false;
      waiting.done();
    }
  }

  private async pressForDevice(press: PortalRequest, button: HTMLElement | null): Promise<void> {
    const next = await this.busy("sending", button, () => actOnDevice(press));
    if (next === "nothing") return;
    await readDevice();
    const request = next === "same screen" ? await this.settled(shownRequest()) : next.request;
    const response = this.answer(request);
    if (!response) {
      location.assign(request.method === "GET" ? request.path : location.pathname);
    } else if (next !== "same screen" && next.entry === "new") {
      this.arrive(request, response);
    } else {
      replaceEntry(request, response.path);
      showPage(parsePage(response.html), "forward");
    }
  }

  /** No core answers: the browser sends the form, once it is known that it will get somewhere. */
  private async leaveToBrowser(request: PortalRequest, form: HTMLFormElement,
                               button: HTMLElement | null): Promise<void> {
    const isThere = await this.busy("loading", button, isReachable);
    if (!isThere) await this.bring();
    const response = isThere || holdsFiles(form) ? undefined : this.answer(request);
    const words = lastResort();
    if (response) return this.follow(request, response, form, button);
    if (!isThere && words) {
      keepNow();
      showLastResort(words);
      return;
    }
    this.isLetThrough = true;
    form.requestSubmit(button);
    this.isLetThrough = false;
  }

  private arrive(request: PortalRequest, response: PortalResponse, continued?: KeptDraft): void {
    keepWaitingDraft();
    const screenBefore = shownScreen();
    const page = parsePage(response.html);
    const isNew = response.path !== location.pathname || shownScreen(page) !== screenBefore;
    const before = keyBeforeId(request, page);
    if (isNew) pushEntry(request, response.path);
    else replaceEntry(request, response.path);
    showPage(page, "forward");
    void keepArrived(before, continued).then(readDevice);
  }

  private onPopState(event: PopStateEvent): void {
    if (event.state) this.showAgain(enterEntry());
    else adoptEntry();
  }

  private showAgain(entry: Entry): void {
    // A cleared entry carries nothing, and is its address again.
    const request = entry.request ?? (entry.typed ? undefined : requestFor(location.pathname));
    const html = request ? this.answer(request)?.html : entry.page;
    if (html === undefined) {
      location.reload();
      return;
    }
    showPage(parsePage(html), "back");
    restoreTyped(entry.typed);
    scrollTo(0, entry.scroll ?? 0);
  }
}
