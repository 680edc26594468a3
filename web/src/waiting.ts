// While a call runs: the pressed button says that it is busy, and a status beside it says so in words.

/** A status that is there before its words come is read aloud; one that arrives with them often is not. */
const WORDS_AFTER_MS = 50;

/** What is over sooner needs no button. */
const STOP_AFTER_MS = 500;

/** Each new number is read aloud: ten are enough. */
const STEPS = 10;

export type Wait = "sending" | "loading";

/** The words are the core's, which puts them on every screen. */
function wordsFor(wait: Wait | "stop"): string {
  return document.querySelector("main")?.getAttribute(`data-${wait}`) ?? "";
}

/** What is said while we wait: how far it has come, and that it is over. */
export interface Waiting {
  tell(share: number): void;
  done(): void;
}

/** A button that ends the wait, on a line of its own. */
function stopLine(stop: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = wordsFor("stop");
  button.addEventListener("click", stop);
  const line = document.createElement("div");
  line.append(button);
  return line;
}

/** Shows that we wait, with a button to `stop` what can be stopped. */
export function sayBusy(button: HTMLElement | null, wait: Wait, stop?: () => void): Waiting {
  let words = wordsFor(wait);
  const status = document.createElement("p");
  status.className = "putright-waiting";
  status.setAttribute("role", "status");
  const beside = button ?? document.querySelector("main h1");
  beside?.after(status);
  const ending = stop && stopLine(stop);
  const later = setTimeout(() => { if (ending) status.after(ending); }, STOP_AFTER_MS);
  button?.setAttribute("aria-disabled", "true");
  const timer = setTimeout(() => { status.textContent = words; }, WORDS_AFTER_MS);
  return {
    tell(share) {
      const before = words;
      words = `${wordsFor(wait)} ${Math.floor(share * STEPS) * (100 / STEPS)}%`;
      if (status.textContent && words !== before) status.textContent = words;
    },
    done() {
      clearTimeout(timer);
      clearTimeout(later);
      status.remove();
      // Where the focus was on it, it goes back to what was pressed before.
      if (ending?.contains(document.activeElement)) button?.focus();
      ending?.remove();
      button?.removeAttribute("aria-disabled");
    },
  };
}
