// While a call runs: the pressed button says that it is busy, and a status beside it says so in words.

/** A status that is there before its words come is read aloud; one that arrives with them often is not. */
const WORDS_AFTER_MS = 50;

/** Each new number is read aloud: ten are enough. */
const STEPS = 10;

export type Wait = "sending" | "loading";

/** The words are the core's, which puts them on every screen. */
function wordsFor(wait: Wait): string {
  return document.querySelector("main")?.getAttribute(`data-${wait}`) ?? "";
}

/** What is said while we wait: how far it has come, and that it is over. */
export interface Waiting {
  tell(share: number): void;
  done(): void;
}

/** Shows that we wait. */
export function sayBusy(button: HTMLElement | null, wait: Wait): Waiting {
  let words = wordsFor(wait);
  const status = document.createElement("p");
  status.className = "putright-waiting";
  status.setAttribute("role", "status");
  const beside = button ?? document.querySelector("main h1");
  beside?.after(status);
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
      status.remove();
      button?.removeAttribute("aria-disabled");
    },
  };
}
