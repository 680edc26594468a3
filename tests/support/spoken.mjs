// A screen as a screen reader has it: Chromium's accessibility tree as lines that read like the page read aloud.

/** Said by what is inside it: no line of its own. */
const SILENT = new Set(["none", "generic", "paragraph", "LabelText", "Legend", "DescriptionList", "definition", "rowgroup", "caption", "Section"]);
/** Parts of a sentence: what stands before and after them is on the same line. */
const PART_OF_WORDS = new Set(["strong", "emphasis", "time"]);
const WORDS_OF = {
  textbox: "text field", image: "picture", contentinfo: "footer", banner: "header", listitem: "item", blockquote: "quotation", DisclosureTriangle: "explanation",
};
/** Longer words are cut off, with their length: a golden is for reading. */
const LONGEST_VALUE = 80;

const tidy = (words) => (words ?? "").replace(/\s+/g, " ").trim();
const shortened = (words) => (words.length <= LONGEST_VALUE ? words : `${words.slice(0, LONGEST_VALUE)}… (${words.length} characters)`);
const property = (node, name) => node.properties?.find((found) => found.name === name)?.value.value;

function statesOf(node) {
  const states = [];
  const checked = property(node, "checked");
  if (checked !== undefined) states.push(checked === "true" ? "checked" : "not checked");
  const expanded = property(node, "expanded");
  if (expanded !== undefined) states.push(expanded ? "opened" : "closed");
  if (property(node, "multiline")) states.push("several lines");
  if (property(node, "disabled")) states.push("disabled");
  if (property(node, "live")) states.push(`said at once: ${property(node, "live")}`);
  return states;
}

function lineOf(node) {
  const role = node.role.value;
  const level = property(node, "level");
  const kind = [WORDS_OF[role] ?? role, role === "heading" ? level : "", ...statesOf(node).map((state) => `(${state})`)].filter((part) => part !== "").join(" ");
  const name = tidy(node.name?.value);
  const value = role === "textbox" ? tidy(node.value?.value) : "";
  const description = tidy(node.description?.value);
  return `${kind}${name ? `: ${name}` : ""}${value ? ` = ${shortened(value)}` : ""}${description ? ` | ${description}` : ""}`;
}

/** Its name says all that is inside it, so the inside is not said again. */
const SAYS_ITS_INSIDE = new Set(["term", "heading", "link", "button", "DisclosureTriangle", "image", "textbox", "radio", "checkbox"]);

class Speech {
  lines = [];
  #words = "";

  constructor(nodes) { this.byId = new Map(nodes.map((node) => [node.nodeId, node])); }

  #endWords(depth) {
    if (tidy(this.#words)) this.lines.push(`${"  ".repeat(depth)}${tidy(this.#words)}`);
    this.#words = "";
  }

  say(node, depth) {
    const role = node.role?.value ?? "none";
    if (role === "StaticText") this.#words += node.name.value;
    else if (role === "LineBreak") this.#words += " ";
    else if (node.ignored || PART_OF_WORDS.has(role)) this.#inside(node, depth);
    else if (role !== "ListMarker") this.#sayBlock(node, role, depth);
  }

  #sayBlock(node, role, depth) {
    this.#endWords(depth);
    const isSilent = SILENT.has(role);
    if (!isSilent) this.lines.push(`${"  ".repeat(depth)}${lineOf(node)}`);
    if (SAYS_ITS_INSIDE.has(role) && tidy(node.name?.value)) return;
    const inner = isSilent ? depth : depth + 1;
    this.#inside(node, inner);
    this.#endWords(inner);
  }

  #inside(node, depth) {
    for (const id of node.childIds ?? []) {
      const child = this.byId.get(id);
      if (child) this.say(child, depth);
    }
  }
}

/** The lines of the page from the first node with this role on, such as `main` or `RootWebArea`. */
export async function spokenLines(session, role = "main") {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const speech = new Speech(nodes);
  speech.say(nodes.find((node) => node.role?.value === role && !node.ignored), 0);
  return speech.lines;
}
