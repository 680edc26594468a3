// What html-validate says of a page, as lines for a person to read.
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  // `role="region"` on a div is how govuk-frontend prints its notification banner.
  rules: {
    "long-title": "off", "no-trailing-whitespace": "off", "require-sri": "off", "prefer-native-element": ["error", { exclude: ["region"] }],
  },
});

export async function faultsOfHtml(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`));
}
