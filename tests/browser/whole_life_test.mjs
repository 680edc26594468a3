// One complaint through its whole life in a real browser: its customer's pages, colleagues' pages, and the mailbox of a
// real mail server. Every page of colleagues is also looked at by axe on the way.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertAccessible, coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { MailServer } from "../support/mail_server.mjs";
import { site } from "../support/places.mjs";
import { jpeg, png } from "../support/pictures.mjs";
import {
  answerAbout, answerAdjustments, answerDetails, answerPutRight, answerWhatHappened, answerWhenAndWho, answerWhoFor, arrivesAt, main,
  plainAnswers, press, readReceipt, send,
} from "../support/journey.mjs";
import { office } from "../server-stub/office.mjs";
import { run } from "../server-stub/support.mjs";

const BEHALF = { name: "Mary Jones", relationship: "my mother", consent: "She has asked me to." };
const REASON = "I handle it.";

/** Stands for the promised day and a week: at most five working days more. */
const A_WEEK_LATER = "a week later";

/** What happens after the complaint, in order: who records it, with which answers, and the mail that it brings. */
const LIFE = [
  ["h.one", "Acknowledged", { definition: "The boiler broke. You want it mended." }, /acknowledge/i],
  ["h.one", "Officer assigned", {}, undefined],
  ["h.one", "Question asked", { question: "Which day suits you?" }, /question/i],
  ["customer", "answer", { answer: "Any Tuesday." }, undefined],
  ["h.one", "Home visit arranged", { visit_on: "1 December 2026", visit: "Sam comes between 9 and 11." }, /visit/i],
  ["h.one", "Extended", { new_date: A_WEEK_LATER, reason: "The part is ordered." }, /date/i],
  ["h.one", "Stage 1 response sent", { finding: "Partly upheld", response: "We were late. The boiler is mended on 1 December." }, /response/i],
  ["customer", "review", { why_not_satisfied: "It broke again." }, undefined],
  ["h.two", "Stage 2 request acknowledged", { definition: "The boiler broke again." }, /review|stage 2/i],
  ["h.two", "Stage 2 response sent", { finding: "Upheld", response: "You are right. We are sorry.", signed_off_by: "A Director" }, /response/i],
  ["h.two", "Action agreed", { action: "A new boiler by January." }, undefined],
  ["h.two", "Closed", { learning: "Order parts sooner." }, /closed/i],
];

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

async function signIn(stub, token) {
  const page = await openPage(browser);
  await page.goto(`${stub.address}/staff/`);
  await assertAccessible(page, "sign in");
  await page.getByLabel("Your token").fill(token);
  await press(page, "Sign in");
  await arrivesAt(page, "What is to do");
  return page;
}

async function openComplaint(desk, stub, reference) {
  await desk.goto(`${stub.address}/staff/`);
  await main(desk).getByRole("link", { name: reference }).click();
  await desk.getByLabel("Your reason").fill(REASON);
  await press(desk, "Show it");
  await arrivesAt(desk, `Complaint ${reference}`);
}

async function recordOn(desk, what, answers, promised) {
  await desk.getByLabel(what, { exact: true }).check();
  await press(desk, "Go on");
  await arrivesAt(desk, what);
  await assertAccessible(desk, what);
  for (const [name, given] of Object.entries(answers)) {
    const words = given === A_WEEK_LATER ? await promised("stage_1_response", 7) : given;
    if (name === "finding") await desk.getByLabel(words, { exact: true }).check();
    else await desk.locator(`#${name}`).fill(words);
  }
  await press(desk, "Record it");
  await desk.getByText(`Recorded: ${what}`).waitFor();
}

async function track(page, stub, { reference, trackingKey }) {
  await page.goto(`${stub.address}/homes-plus/`); // the same address again would be a reload, which shows what was shown
  await page.goto(`${stub.address}/homes-plus/track`);
  await coreReady(page);
  await page.getByLabel("Reference").fill(reference);
  await page.getByLabel("Tracking key").fill(trackingKey);
  await press(page, "Show it");
  await arrivesAt(page, reference);
}

async function customerActs(page, what, answers) {
  await press(page, what === "answer" ? "Answer it" : "Ask for a review");
  for (const [name, words] of Object.entries(answers)) await page.locator(`#${name}`).fill(words);
  await press(page, what === "answer" ? "Send answer" : "Send request");
  await main(page).getByText(what === "answer" ? "We have your answer" : "We have your request for a review").waitFor();
}

test("a complaint with two photographs on behalf of somebody is acknowledged, questioned, visited, extended, answered, reviewed and closed", async (t) => {
  const mail = await MailServer.start(t);
  const { stub, tokens, data, caseFile } = await office(t, {
    PUTRIGHT_SITE: site, PUTRIGHT_SMTP_URL: mail.url, PUTRIGHT_ORIGIN: "http://complaints.example.org", PUTRIGHT_MAIL_FROM: "complaints@example.org",
  });
  const page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/complaint/who-for`);
  await coreReady(page);
  await answerWhoFor(page, { who_for: "somebody_else", on_behalf: BEHALF });
  await answerAbout(page, plainAnswers);
  await answerWhatHappened(page, plainAnswers);
  await answerWhenAndWho(page, plainAnswers);
  await answerPutRight(page, plainAnswers);
  await arrivesAt(page, "Add photos or documents");
  await page.locator("#attachments").setInputFiles([
    { name: "boiler.jpg", mimeType: "image/jpeg", buffer: jpeg() }, { name: "leak.png", mimeType: "image/png", buffer: png() },
  ]);
  await press(page, "Add these files");
  await main(page).getByText("leak.png").waitFor();
  await press(page, "Continue");
  await answerDetails(page, plainAnswers);
  await answerAdjustments(page);
  await arrivesAt(page, "Check your complaint");
  await send(page);
  const receipt = await readReceipt(page);
  await mail.arrived(1);
  const desks = { "h.one": await signIn(stub, tokens["h.one"]), "h.two": await signIn(stub, tokens["h.two"]) };
  const promised = async (id, daysLater) => {
    const { record } = await (await stub.track(receipt.reference, receipt.trackingKey)).json();
    const day = new Date(`${record.promised.find((each) => each.id === id).on}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + daysLater);
    return day.toISOString().slice(0, 10);
  };
  let mails = 1;
  for (const [who, what, answers, subject] of LIFE) {
    if (who === "customer") {
      await track(page, stub, receipt);
      await customerActs(page, what, answers);
      continue;
    }
    await openComplaint(desks[who], stub, receipt.reference);
    await recordOn(desks[who], what, answers, promised);
    await track(page, stub, receipt);
    const { visit_on: _, finding: __, learning, new_date: ___, signed_off_by: ____, ...words } = answers;
    for (const text of Object.values(words)) await main(page).getByText(text).filter({ visible: true }).first().waitFor();
    assert.equal(learning ? await main(page).getByText(learning).count() : 0, 0, "what we learnt is not for the customer");
    if (!subject) continue;
    const arrived = await mail.arrived(++mails);
    assert.match(arrived.at(-1).subject, subject);
    assert.equal(arrived.at(-1).to, plainAnswers.email);
  }
  await assertAccessible(page, "the customer's page at the end");
  await picture(page, "whole-life-customer");
  const desk = desks["h.two"];
  await desk.goto(`${stub.address}/staff/complaints/${receipt.reference}`);
  await desk.getByLabel("Your reason").fill(REASON);
  await press(desk, "Show it");
  await arrivesAt(desk, receipt.reference);
  await assertAccessible(desk, "a complaint at its end");
  await picture(desk, "whole-life-colleague");
  const [file] = await Promise.all([desk.waitForEvent("download"), press(desk, "boiler.jpg")]);
  assert.equal(file.suggestedFilename(), "boiler.jpg");
  const signed = await (await caseFile("h.two", receipt.reference, REASON)).text();
  const path = join(data, "case-file.jws");
  writeFileSync(path, signed);
  const verdict = await run(["verify", path], { PUTRIGHT_DATA: data });
  assert.equal(verdict.code, 0, verdict.out + verdict.err);
  const log = join(data, "audit.jsonl");
  assert.equal((await run(["audit", log], { PUTRIGHT_DATA: data })).code, 0);
  assert.equal((await run(["verify", log], { PUTRIGHT_DATA: data })).code, 0);
});
