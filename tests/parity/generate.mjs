// Makes up complaint records, submissions and page journeys from a seed: the ordinary, the odd and the wrong.

/** A small repeatable generator of numbers (mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)], chance: (share) => next() < share };
}

const BRANDS = ["homes-plus", "care-plus", "property-plus", "county-town-homes"];
const EDITIONS = [undefined, null, "group-v2-mar24", "homes-plus-key-facts", "new-homes-quality-code", "no-such-edition"];
const MATTERS = [undefined, "repairs", "care", "new_home", "something_else", "no-such-matter"];
const COURSE = ["acknowledged", "officer_assigned", "question_asked", "question_answered", "visit_arranged", "extended",
  "stage_1_responded", "stage_2_requested", "stage_2_acknowledged", "stage_2_responded", "action_recorded", "action_done",
  "closed", "withdrawn", "submitted"];
/** A course that stands, for records that are not refused. */
const ORDINARY = ["acknowledged", "officer_assigned", "visit_arranged", "stage_1_responded", "stage_2_requested", "stage_2_acknowledged",
  "action_recorded", "stage_2_responded", "closed"];
const WORDS = ["The roof leaks.", "“Word’s quotes” – and —", "Mae’r to’n gollwng", "چھت ٹپک رہی ہے", "😀👩‍👩‍👧", "<script>alert(1)</script>",
  "a\r\nb\rc\u000bd", "\u0000\u0007", "\u202e reversed", "x".repeat(31000), "", "   ", "O'Brien & sons \"quoted\" \\"];
const FILE = `${"0a".repeat(32)} roof.jpg`;
/** The first is good; of the others some are. */
export const ATTACHMENTS = [FILE, `${FILE}\n${FILE}`, `${FILE}\r\n`, `\n${FILE}`, "", `${FILE.toUpperCase()}`, "roof.jpg", `${FILE}\n\n${FILE}`,
  Array.from({ length: 10 }, () => FILE).join("\n"), Array.from({ length: 11 }, () => FILE).join("\n"), `${"0a".repeat(32)} ${"x".repeat(101)}`];
const DAY = 86400000;

const iso = (time) => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

function event(random, type, time) {
  const made = { type, at: random.chance(0.2) ? iso(time).slice(0, 10) : iso(time) };
  if (random.chance(0.3)) made.by = random.pick(["amy", "bob"]);
  if (type === "officer_assigned") made.officer = random.pick(["amy", "bob"]);
  if (type === "extended") {
    made.reason = random.pick(["We wait for a part", ""]);
    made.new_date = iso(time + random.below(60) * DAY).slice(0, 10);
  }
  return made;
}

export function record(random) {
  let time = (random.chance(0.7) ? Date.UTC(2024, 2, 1) + random.below(1700) * DAY : Date.UTC(2011, 10, 1) + random.below(6300) * DAY) + random.below(DAY);
  const events = [event(random, random.chance(0.98) ? "submitted" : "closed", time)];
  let at = 0;
  while (random.chance(0.7) && events.length < 12) {
    time += random.chance(0.98) ? random.below(15 * DAY) : -random.below(5 * DAY);
    at = random.chance(0.9) ? at + random.below(2) : random.below(COURSE.length);
    events.push(event(random, ORDINARY[at] ?? COURSE[at % COURSE.length], time));
    at += 1;
  }
  const made = { brand: random.chance(0.98) ? random.pick(BRANDS) : "no-such-brand",
    kind: random.chance(0.8) ? "complaint" : random.pick(["comment", "compliment", "nonsense"]), events };
  const edition = random.chance(0.6) ? undefined : random.pick(EDITIONS);
  const matter = random.chance(0.5) ? undefined : random.pick(MATTERS);
  if (edition !== undefined) made.edition = edition;
  if (matter !== undefined) made.matter = matter;
  if (random.chance(0.2)) made.relationship = random.pick(["tenant", "owner"]);
  if (random.chance(0.1)) made.promised = [{ id: "stage_1_response", on: iso(time + 9 * DAY).slice(0, 10) }];
  const question = { record: made, as_of: iso(time + (random.chance(0.9) ? random.below(90) * DAY : -DAY)) };
  if (random.chance(0.5)) question.receipt = random.pick(["strict", "rolled"]);
  return question;
}

export function submission(random) {
  const made = { brand: random.pick(BRANDS), kind: random.pick(["complaint", "comment", "compliment", "x"]) };
  const names = ["matter", "relationship", "what_happened", "when_it_happened", "what_would_put_it_right", "name", "email", "phone",
    "address", "adjustments", "on_behalf_of_name", "on_behalf_of_consent", "person_to_thank", "effect", "who_was_affected"];
  for (const name of names) if (random.chance(name === "what_happened" ? 0.8 : 0.4)) made[name] = random.pick(WORDS);
  if (random.chance(0.2)) made.attachments = random.pick(ATTACHMENTS);
  if (random.chance(0.2)) made.reply_format = random.pick(["braille", "as_usual", "large_print", "telepathy"]);
  if (random.chance(0.6)) made.reply_by = random.pick(["email", "phone", "letter", "pigeon"]);
  if (random.chance(0.5)) made.email = random.pick(["a@b.cc", "a@b", "a b@c.dd", "siân@example.org", "@"]);
  if (random.chance(0.5)) made.phone = random.pick(["01785 000000", "12", "+44 (0) 1785"]);
  if (random.chance(0.05)) made.no_such_field = "x";
  if (random.chance(0.05)) made.name = random.pick([7, null, ["x"], { a: 1 }]);
  return made;
}

/** A page journey: presses that follow the draft of each page, as a customer makes them. */
export function* journey(random, ask) {
  const brand = random.pick(BRANDS);
  const kind = random.pick(["complaint", "comment", "compliment"]);
  const now = iso(Date.UTC(2026, random.below(12), 1 + random.below(28), random.below(24)));
  let path = `/${brand}/${kind}/who-for`;
  let draft = "";
  for (let press = 0; press < 14; ++press) {
    const answers = Object.entries(submission(random)).filter(([, value]) => typeof value === "string");
    if (random.chance(0.3)) answers.push(["who_for", random.pick(["self", "somebody_else", "x"])]);
    if (random.chance(0.2)) answers.push(["attachment", random.pick([`${"0a".repeat(32)} roof.jpg`, "x", "y z"])]);
    const form = [["draft", draft], ...answers.filter(([name]) => name !== "brand" && name !== "kind"),
      ["go", random.pick(["continue", "continue", "continue", "send", "back", "change-what-happened", "nonsense"])]];
    const request = { method: "POST", path, form, now, entropy: "0123456789abcdef0123456789abcdef" };
    if (random.chance(0.3)) request.answer = random.pick([{ status: 0, body: "" }, { status: 409, body: "{}" }, { status: 201, body: JSON.stringify(
      { reference: "HP-7K3M-4R9X", tracking_key: "KEY", receipt: "a.b.c", received_at: now }) }]);
    const text = yield JSON.stringify(request);
    const response = JSON.parse(text);
    path = response.path;
    draft = /name="draft" value="([^"]*)"/.exec(response.html)?.[1].replaceAll("&quot;", '"').replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&") ?? "";
  }
}
