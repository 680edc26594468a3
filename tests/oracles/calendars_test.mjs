// Independent oracles from npm and Node: other people's holidays, other people's clocks, other people's calendars.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Holidays from "date-holidays";
import ICAL from "ical.js";
import { startCore } from "../support/core.mjs";
import { root } from "../support/places.mjs";

let core;
before(async () => { core = await startCore(); });

const ours = new Set(JSON.parse(readFileSync(join(root, "public", "policy", "bank-holidays.json"), "utf8"))["england-and-wales"].events.map((event) => event.date));
const isWeekend = (day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

test("date-holidays: the same bank holidays of England from 2012 to 2028, but for two days that it has wrong", () => {
  const theirs = new Set();
  const england = new Holidays("GB", "ENG");
  for (let year = 2012; year <= 2028; ++year) {
    for (const holiday of england.getHolidays(year)) {
      const day = holiday.date.slice(0, 10);
      if (holiday.type === "public" && !isWeekend(day)) theirs.add(day);
    }
  }
  const onlyOurs = [...ours].filter((day) => !theirs.has(day)).sort();
  const onlyTheirs = [...theirs].filter((day) => !ours.has(day)).sort();
  // In 2012 the spring bank holiday moved from 28 May to 4 June for the Diamond Jubilee.
  assert.deepEqual({ onlyOurs, onlyTheirs }, { onlyOurs: ["2012-06-04"], onlyTheirs: ["2012-05-28"] });
});

const london = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
function inLondon(time) {
  const parts = Object.fromEntries(london.formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}:${parts.second}` };
}
const iso = (time) => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

test("Intl: the London day of every half hour around every clock change, and of every midnight, 2012 to 2028", () => {
  const times = [];
  for (let year = 2012; year <= 2028; ++year) {
    for (const month of [2, 9]) {
      const last = new Date(Date.UTC(year, month + 1, 0));
      const sunday = last.getTime() - last.getUTCDay() * 86400000;
      for (let step = -52; step <= 52; ++step) times.push(sunday + step * 1800000, sunday + step * 1800000 - 1000);
    }
    for (let day = 0; day < 360; day += 3) times.push(Date.UTC(year, 0, 1 + day), Date.UTC(year, 0, 1 + day) - 1000, Date.UTC(year, 0, 1 + day, 23));
  }
  let asked = 0;
  for (const time of times.filter((candidate) => candidate >= Date.UTC(2012, 0, 1))) {
    const answer = JSON.parse(core.call("putright_assess", JSON.stringify({ as_of: iso(time), record: { brand: "homes-plus", kind: "complaint", edition: "group-v2-mar24", events: [{ type: "submitted", at: iso(time) }] } })));
    const [deadline] = answer.deadlines;
    assert.equal(deadline.clock_start.happened_on, inLondon(time).day, iso(time));
    const end = inLondon(Date.parse(deadline.ends_at));
    assert.equal(end.time, "00:00:00", `${iso(time)}: the day ends at midnight in London`);
    assert.equal(inLondon(Date.parse(deadline.ends_at) - 1000).day, deadline.promised_on);
    ++asked;
  }
  assert.ok(asked > 8000, `${asked} instants`);
});

test("ical.js: reads our calendar file as whole days under stable names", () => {
  const file = readFileSync(join(root, "tests", "golden", "dates.ics"), "utf8");
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  assert.equal(events.length, 1);
  assert.ok(events[0].startDate.isDate);
  assert.equal(events[0].startDate.toString(), "2026-04-16");
  assert.equal(events[0].endDate.toString(), "2026-04-17");
  assert.equal(events[0].uid, "stage_1_response.HP-7K3M-4R9X@putright");
  assert.equal(events[0].summary, "Homes Plus, naïvely; “quoted” HP-7K3M-4R9X: We send our stage 1 response");
  assert.match(events[0].description, /Good Friday \(Friday 3 April\), Easter Monday/);
});
