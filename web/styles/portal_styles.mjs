// Makes portal.css: our Sass, a few lines a brand from the policy data, and only the rules that the HTML
// presenter's own markup can use.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as sass from "sass";
import postcss from "postcss";
import * as esbuild from "esbuild";

/** Page backgrounds that a brand's tint is mixed into; the same values stand in _tokens.scss. */
const LIGHT_PAGE = "#ffffff";
const DARK_PAGE = "#15181d";
const TINT_SHARE = 0.1;
const DARK_TINT_SHARE = 0.34;

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** `share` of one colour in another, both `#rrggbb`. */
function mix(colour, into, share) {
  const other = channels(into);
  return "#" + channels(colour)
    .map((value, at) => Math.round(value * share + other[at] * (1 - share)).toString(16).padStart(2, "0")).join("");
}

/** A brand is a row of data: its colours and mark become custom properties on what wears it (_tokens.scss). */
export function brandStyles(brands) {
  return brands.map(({ id, colour, mark }) =>
    `body[data-brand="${id}"],[data-screen=choose-brand] .putright-signpost__link[href="/${id}/"]{` +
    `--main:${colour.main};--hover:${colour.hover};--on-dark:${colour.on_dark};` +
    `--light-tint:${mix(colour.main, LIGHT_PAGE, TINT_SHARE)};` +
    `--dark-tint:${mix(colour.main, DARK_PAGE, DARK_TINT_SHARE)};--mark:url("${mark}")}`).join("\n");
}

/** Tells if the HTML presenter writes a `govuk-` class: in one piece, or as a block and `"__element"`. */
function markupUses(root) {
  const folder = join(root, "portal", "html");
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(cpp|hpp)$/.test(name));
  const source = names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const words = new Set(source.match(/govuk-[\w-]+/g) ?? []);
  if (words.size === 0) throw new Error("portal/html names no govuk- class: the styles cannot be cut to what is used");
  return (name) => {
    const [block, element] = name.split("__");
    return words.has(name) || (element !== undefined && words.has(block) && source.includes(`"__${element}"`));
  };
}

/** Said once, on body and the controls: see _tokens.scss. */
const SAID_ONCE = ["font-family", "-webkit-font-smoothing", "-moz-osx-font-smoothing"];

/** Drops rules for govuk-frontend's classes that no page of ours can have, and its repeated fallback colours. */
function cutUnused(isUsed) {
  const isUsable = (selector) => (selector.match(/\.(govuk-[\w-]+)/g) ?? [])
    .every((name) => isUsed(name.slice(1)) || /:not\([^)]*$/.test(selector.slice(0, selector.indexOf(name))));
  return {
    postcssPlugin: "cut-unused",
    Rule(rule) {
      if (rule.parent.type === "atrule" && rule.parent.name.endsWith("keyframes")) return;
      const kept = rule.selectors.filter(isUsable);
      if (kept.length === 0) rule.remove();
      else if (kept.length < rule.selectors.length) rule.selectors = kept;
    },
    AtRule(rule) {
      // Paper is ours: see _print.scss.
      const isPrint = rule.name === "media" && rule.params === "print";
      if (isPrint && !rule.toString().includes("@page")) rule.remove();
    },
    Declaration(declaration) {
      if (SAID_ONCE.includes(declaration.prop) && /\.govuk-/.test(declaration.parent.selector)) {
        declaration.remove();
        return;
      }
      // Every --govuk-* property is defined on :root, so its fallback is never read.
      const value = declaration.value.replace(/var\((--govuk-[\w-]+),\s*(?:[^()]|\([^)]*\))*\)/g, "var($1)");
      if (value !== declaration.value) declaration.value = value;
    },
    OnceExit(sheet) {
      sheet.walkAtRules((rule) => { if (rule.nodes?.length === 0) rule.remove(); });
      sheet.walkRules((rule) => { if (rule.nodes.length === 0) rule.remove(); });
    },
  };
}

/** The whole style sheet, minified. */
export function portalStyles(root) {
  const { brands } = JSON.parse(readFileSync(join(root, "public", "policy", "brands.json"), "utf8"));
  const { css } = sass.compile(join(root, "web", "styles", "portal.scss"), {
    loadPaths: [join(root, "node_modules")], quietDeps: true, charset: false,
  });
  const cut = postcss([cutUnused(markupUses(root))]).process(`${css}\n${brandStyles(brands)}`, { from: undefined }).css;
  return esbuild.transformSync(cut, { loader: "css", minify: true, target: ["chrome95", "firefox100", "safari15.4"] }).code;
}
