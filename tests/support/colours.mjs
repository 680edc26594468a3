// Reads the colours that the style sheet gives to a brand, light or dark, and how well two can be told apart.
import postcss from "postcss";

const DARK = /prefers-color-scheme:\s*dark/;

/** Whether a rule's custom properties reach the page of this brand. */
function reaches(selector, brand) {
  return selector === ":root" || selector === "body" || new RegExp(`^body\\[data-brand="?${brand}"?\\]$`).test(selector);
}

const specificity = (rule) => (rule.selectors.some((selector) => selector.startsWith("body[")) ? 2 : rule.selectors.includes("body") ? 1 : 0);

/** All custom properties of a brand's page in "light" or "dark", with their var() still in them. */
function propertiesOf(css, brand, scheme) {
  const rules = [];
  postcss.parse(css).walkRules((rule) => {
    const media = rule.parent.type === "atrule" ? rule.parent.params : "";
    const applies = media === "" || (DARK.test(media) && scheme === "dark");
    if (applies && rule.selectors.some((selector) => reaches(selector, brand))) rules.push(rule);
  });
  const properties = new Map();
  for (const rule of rules.sort((one, other) => specificity(one) - specificity(other))) {
    rule.walkDecls(/^--/, ({ prop, value }) => properties.set(prop, value));
  }
  return properties;
}

/** A function from a property's name to its colour `#rrggbb`; throws for a name that is no colour. */
export function coloursOf(css, brand, scheme) {
  const properties = propertiesOf(css, brand, scheme);
  return function colour(name) {
    const value = properties.get(name)?.trim() ?? "";
    const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
    if (other) return colour(other);
    const long = value.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3").replace(/^white$/, "#ffffff").replace(/^black$/, "#000000");
    if (!/^#[0-9a-f]{6}$/i.test(long)) throw new Error(`${name} of ${brand} is no colour: "${value}"`);
    return long;
  };
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2.2 between two colours `#rrggbb`: 1 to 21. */
export function contrast(one, other) {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}
