// A policy with bank holidays that nobody knew of.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/places.mjs";

/** A policy folder in which every working day of the next fortnight but the last is a bank holiday. */
export function withHolidays(data) {
  const policy = join(data, "policy");
  cpSync(join(root, "public", "policy"), policy, { recursive: true });
  const file = join(policy, "bank-holidays.json");
  const book = JSON.parse(readFileSync(file, "utf8"));
  const { events } = book["england-and-wales"];
  const known = new Set(events.map(({ date }) => date));
  for (let ahead = 1; ahead <= 12; ++ahead) {
    const day = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !known.has(day)) events.push({ title: "Proclaimed", date: day, notes: "", bunting: true });
  }
  events.sort((one, other) => (one.date < other.date ? -1 : 1));
  writeFileSync(file, JSON.stringify(book));
  return policy;
}
