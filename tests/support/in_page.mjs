// What is asked of a screen inside the browser: functions that run in the page and give back what is wrong with it, as
// lines for a person to read. Each stands alone, because it is sent to the page as text.

/** One h1, no level left out, every id once, and each message of the error summary said again at its field. */
export function faultsOfStructure() {
  const faults = [];
  const said = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) faults.push(`${levels.filter((level) => level === 1).length} headings of level 1`);
  levels.forEach((level, index) => {
    if (level > (levels[index - 1] ?? 1) + 1) faults.push(`heading level ${level} follows ${levels[index - 1] ?? "nothing"}`);
  });
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) faults.push(`the id "${id}" stands twice`);
  const summary = document.querySelector(".govuk-error-summary");
  if (document.title.startsWith("Error: ") !== (summary !== null)) faults.push(`the title "${document.title}" does not fit the problems`);
  for (const link of summary?.querySelectorAll("a") ?? []) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field?.matches("input:not([type=hidden]), textarea, select")) { faults.push(`"${said(link)}" leads to no field`); continue; }
    const described = [field, field.closest("fieldset")].flatMap((part) => (part?.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
    const words = described.map((id) => document.getElementById(id)).map((part) => (part ? said(part) : ""));
    // Several files may be refused at once: their field says all of it.
    if (!words.some((part) => part.startsWith("Error: ") && part.includes(said(link)))) faults.push(`"${said(link)}" is not said at its field`);
  }
  return faults;
}

/** Text that its own box cuts off, or that lies on other text. */
export function faultsOfLayout() {
  const faults = [];
  const isForEyes = (element) => !element.closest(".govuk-visually-hidden, .govuk-skip-link, script, style, noscript");
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`${scrollWidth} px of content in ${innerWidth} px`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode.data.trim() === "" || !isForEyes(currentNode.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(currentNode);
    for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) boxes.push({ node: currentNode, box });
  }
  const words = ({ node }) => JSON.stringify(node.data.trim().slice(0, 40));
  boxes.sort((one, other) => one.box.top - other.box.top);
  boxes.forEach((one, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next].box.top < one.box.bottom; next += 1) {
      const other = boxes[next];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // Line boxes of one flow may touch; half a line does not come of that.
      if (one.node !== other.node && across > 2 && down > Math.min(one.box.height, other.box.height) / 2) faults.push(`${words(one)} lies on ${words(other)}`);
    }
  });
  for (const { node, box } of boxes) {
    for (let element = node.parentElement; element; element = element.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const edge = element.getBoundingClientRect();
      const cutsAcross = ["hidden", "clip"].includes(overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1);
      const cutsDown = ["hidden", "clip"].includes(overflowY) && box.bottom > edge.bottom + 1;
      if (cutsAcross || cutsDown) faults.push(`${words({ node })} is cut off`);
    }
  }
  return faults;
}

/** Anything that still moves, for a person who asked for less motion. */
export function faultsOfMotion() {
  const longest = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
  const faults = [];
  for (const element of document.querySelectorAll("body, body *")) {
    for (const part of [undefined, "::before", "::after"]) {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
      const moves = longest(transitionDuration) > 0.01 || (animationName !== "none" && longest(animationDuration) > 0.01) || scrollBehavior === "smooth";
      if (moves) faults.push(`${element.outerHTML.slice(0, 60)}${part ?? ""} moves`);
    }
  }
  return faults;
}

/** Targets in the way of a thumb, lower than ours should be: all but links inside sentences. WCAG 2.2, 2.5.8 asks for 24 px. */
export function faultsOfTargets(least) {
  const isInSentence = (element) => element.matches("p a, li a") && getComputedStyle(element).display === "inline" &&
    element.closest("p, li").textContent.trim() !== element.textContent.trim();
  return [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), textarea")]
    .filter((element) => element.getClientRects().length > 0 && !element.closest(".govuk-skip-link") && !isInSentence(element))
    .map((element) => ({ what: element.outerHTML.slice(0, 90), height: Math.round(element.getBoundingClientRect().height) }))
    .filter(({ height }) => height < least)
    .map(({ what, height }) => `${height} px: ${what}`);
}
