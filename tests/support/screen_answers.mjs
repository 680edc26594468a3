// What customers of the catalogue (screens.mjs) type, well and badly, and what the stub would answer them.

export const NOW = "2026-04-20T09:00:00Z";
const SUBMITTED = "2026-03-26T09:00:00Z";
/** Codes that pass their own checks. */
export const TRACKING_KEY = "BBBB-BBBB-BBBB-BBBB-BBBB";
export const referenceOf = (brand) => `${brand.reference_prefix}-BBBB-BBBB`;
const DIGEST = "a".repeat(64);
const long = (characters) => "x".repeat(characters);

/** Answers that every screen takes, by the screen's part of the address. A screen without a row takes none. */
export const GOOD = {
  "who-for": { who_for: "somebody_else" },
  "on-behalf": { on_behalf_of_name: "Ada Jones", on_behalf_of_relationship: "I am her son", on_behalf_of_consent: "She asked me to." },
  about: { matter: "repairs" },
  "what-happened": { what_happened: "The boiler broke.\nNobody came.", person_to_thank: "Sam" },
  "when-and-who": {
    when_it_happened: "since January", who_was_affected: "My mother and me", effect: "We were cold.", earlier_reference: "HP-BBBB-BBBB",
  },
  "put-right": { what_would_put_it_right: "Mend it and say when." },
  files: { attachment: [`${DIGEST} roof.jpg`, `${"b".repeat(64)} letter from the doctor.pdf`] },
  "your-details": {
    name: "Alex Jones", reply_by: "email", email: "alex@example.org", phone: "0800 048 8955", address: "1 High Street\nNewport\nTF10 7AN",
  },
  adjustments: { reply_format: "large_print", adjustments: "Call after six." },
};

const NO_WAY_TO_REPLY = { name: "", reply_by: [], email: "", phone: "", address: "" };

/** Answers with a problem: by screen, then by what is wrong. `go` is the button when it is not Continue. */
export const BAD = {
  "on-behalf": {
    "nobody named": { on_behalf_of_name: "", on_behalf_of_consent: "" },
    "no consent": { on_behalf_of_name: "Ada Jones", on_behalf_of_consent: "" },
    "all too long": { on_behalf_of_name: long(201), on_behalf_of_relationship: long(201), on_behalf_of_consent: long(501) },
  },
  about: { "not on the list": { matter: "nonsense", relationship: "nonsense" } },
  "what-happened": { "nothing said": { what_happened: "" } },
  "when-and-who": {
    "all too long": { when_it_happened: long(501), who_was_affected: long(2001), effect: long(5001), earlier_reference: long(101) },
  },
  "put-right": { "too long": { what_would_put_it_right: long(10_001) } },
  files: {
    "one refused": { go: "add", attachment: `${DIGEST} roof.jpg`, attachment_problem: "attachment_type_not_allowed tool.exe" },
    ...Object.fromEntries(["attachment_empty", "attachment_too_large", "attachment_harmful", "attachment_not_stored"].map((code) =>
      [code.replaceAll("_", " "), { go: "add", attachment_problem: `${code} roof.jpg` }])),
    "too many": { go: "add", attachment: Array.from({ length: 11 }, (_, index) => `${DIGEST.slice(2)}${index + 10} photo ${index + 1}.jpg`) },
  },
  "your-details": {
    "no way to reply": NO_WAY_TO_REPLY,
    "not on the list": { ...NO_WAY_TO_REPLY, reply_by: "pigeon" },
    "no email": { ...NO_WAY_TO_REPLY, reply_by: "email" },
    "half an email": { ...NO_WAY_TO_REPLY, reply_by: "email", email: "alex at example" },
    "no phone number": { ...NO_WAY_TO_REPLY, reply_by: "phone" },
    "half a phone number": { ...NO_WAY_TO_REPLY, reply_by: "phone", phone: "123" },
    "no address": { ...NO_WAY_TO_REPLY, reply_by: "letter" },
  },
  adjustments: { "not on the list": { reply_format: "nonsense" } },
};

const answer = (status, body = {}) => ({ status, body: JSON.stringify(body), kept: false });
const unreachable = { status: 0, body: "", kept: false };
const kept = { status: 0, body: "", kept: true };

/** What pressing Send may come to, on the check screen. */
export const SENDINGS = {
  sent: (brand) => answer(201, {
    reference: referenceOf(brand), tracking_key: TRACKING_KEY, receipt: "eyJhbGciOiJFZERTQSJ9.eyJicmFuZCI6ImEifQ.c2lnbmF0dXJl", received_at: NOW,
  }),
  waiting: () => kept,
  "check, sent before and changed": () => answer(409),
  "check, nobody reached": () => unreachable,
  "check, not kept": () => answer(503),
  "files the stub will not have": () => answer(422, { problems: [
    { code: "attachment_not_kept", pointer: "/attachments", words: "We do not have this file any more. Add it again, or send without it: “roof.jpg”" },
    { code: "attachments_too_large", pointer: "/attachments", words: "Send at most 10 files, 50 MB together. Take some files out" },
  ] }),
};

const event = (type, day, more = {}) => ({ type, at: `2026-${day}T09:00:00Z`, ...more });
const acknowledged = event("acknowledged", "03-31", { definition: "The boiler broke. You want it mended." });
const responded = event("stage_1_responded", "04-10", { finding: "partly_upheld", response: "We were late.\nThe boiler is mended." });
const review = [event("stage_2_requested", "04-13")];
const asked = event("question_asked", "04-14", { question: "Which room is damp?" });

/** What has happened to a complaint since it was sent, by where it stands. */
const COURSES = {
  submitted: [],
  acknowledged: [acknowledged, event("officer_assigned", "04-01", { officer_name: "Sam Price" })],
  late: [acknowledged, event("visit_arranged", "04-02", { visit_on: "2026-04-09", visit: "Sam comes between 9 and 11." })],
  "question asked": [acknowledged, asked],
  "question answered": [acknowledged, asked, event("question_answered", "04-15", { answer: "The hall." })],
  "a later date agreed": [acknowledged, event("extended", "04-07", { reason: "We wait for a part.", new_date: "2026-04-24" })],
  "stage 1 responded": [acknowledged, responded, event("action_recorded", "04-10", { action: "We check it in May." }), event("action_done", "04-14", { action: "We checked it." })],
  "stage 2 requested": [acknowledged, responded, ...review],
  "stage 2 acknowledged": [acknowledged, responded, ...review, event("stage_2_acknowledged", "04-15")],
  "stage 2 responded": [acknowledged, responded, ...review, event("stage_2_acknowledged", "04-15"), event("stage_2_responded", "04-17")],
  closed: [acknowledged, responded, event("closed", "04-16")],
  withdrawn: [event("withdrawn", "03-27")],
};

/** A complaint is late at `NOW` unless it came in lately: these did. */
const LATELY = { submitted: "2026-04-17T09:00:00Z", "question asked": SUBMITTED };

const keptComplaint = (brand, kind, name) => answer(200, {
  reference: referenceOf(brand),
  submission: { brand: brand.id, kind, what_happened: "The boiler broke.\nNobody came.", what_would_put_it_right: "Mend it." },
  record: { brand: brand.id, kind, matter: kind === "complaint" ? "repairs" : "", events: [{ type: "submitted", at: LATELY[name] ?? SUBMITTED }, ...(COURSES[name] ?? [])] },
  ...(name === "acknowledged" ? { viewings: [{ at: "2026-04-02T09:00:00Z", reason: "You called and asked." }] } : {}),
});

/** What the stub knows of a complaint, by where it stands. */
export const TRACKED = Object.fromEntries(Object.keys(COURSES).map((name) => [name, (brand) => keptComplaint(brand, "complaint", name)]));
export const trackedOther = (brand, kind) => keptComplaint(brand, kind, "");

/** What the stub may answer instead. */
export const TRACKING_FAILS = { "not found": answer(404), paused: answer(429), erased: answer(410), unreachable };

/** The forms of later: how each is filled in, and in which state of a complaint it is opened by which button. */
export const LATER = {
  "stage-2-request": { from: "stage 1 responded", answers: { why_not_satisfied: "It still leaks.", what_would_put_it_right: "Mend it." }, bad: { why_not_satisfied: long(10_001) }, becomes: "stage 2 requested" },
  answers: { from: "question asked", answers: { answer: "The hall." }, bad: { answer: "" }, becomes: "question answered" },
  withdrawal: { from: "submitted", answers: { reason: "It is mended now." }, bad: { reason: long(2001) }, becomes: "withdrawn" },
};
/** Refused by the stub, and nobody reached. */
export const LATER_FAILS = {
  refused: answer(409, { problems: [{ code: "complaint_closed", pointer: "/type", words: "This complaint is closed, so nothing more can be recorded on it. Start a new one." }] }),
  "nobody reached": unreachable,
};

export const VERDICTS = {
  ours: (brand) => answer(200, {
    valid: true, payload: {
      brand: brand.id, kind: "complaint", reference: referenceOf(brand), received_at: NOW,
      deadlines: [{ id: "stage_1_acknowledgement", due_on: "2026-04-27" }],
    },
  }),
  "not ours": () => answer(200, { valid: false, why: { code: "wrong_signature", words: "The signature is not ours." } }),
};
export const VERIFYING_FAILS = { unreachable };

const outboxItem = (brand, state, reference = "") => ({
  id: state, brand: brand.id, kind: "complaint", state, queued_at: "2026-04-19T20:00:00Z", reference,
});
/** A device that keeps answers, by what is on it. */
export const DEVICES = {
  empty: () => ({ keeps: true, drafts: [], outbox: [] }),
  "unfinished answers": (brand) => ({
    keeps: true, outbox: [],
    drafts: [["complaint", '{"answers":{"matter":"repairs"}}', "09:00"], ["complaint", '{"answers":{"matter":"rent_or_service_charge"}}', "19:05"], ["compliment", "{}", "09:00"]].map(([kind, draft, time]) =>
      ({ brand: brand.id, kind, path: `/${brand.id}/${kind}/what-happened`, draft, saved_at: `2026-04-18T${time}:00Z` })),
  }),
  "one waits": (brand) => ({ keeps: true, drafts: [], outbox: [outboxItem(brand, "waiting")] }),
  "one was sent": (brand) => ({ keeps: true, drafts: [], outbox: [outboxItem(brand, "sent", referenceOf(brand))] }),
  "all three": (brand) => ({
    keeps: true, drafts: [], outbox: [outboxItem(brand, "waiting"), outboxItem(brand, "sent", referenceOf(brand)), outboxItem(brand, "refused")],
  }),
};
