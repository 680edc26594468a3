// The report: figures from what is kept, small numbers out, each reading in the log, and the same after the store was made by an older version.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, problem, run } from "./support.mjs";
import { atTheStore, office } from "./office.mjs";

const month = () => new Date().toISOString().slice(0, 7);
const report = async ({ stub, as }, id, query = "", headers = {}) => stub.fetch(`/api/staff/report${query}`, { headers: as(id, headers) });
const figures = ({ rows }) => Object.fromEntries(rows.map(({ id, complaints }) => [id, complaints]));

/** Six complaints of Homes Plus, five of them answered; one of Care Plus. */
async function busy(t) {
  const made = await office(t);
  const sent = [];
  for (let at = 0; at < 6; ++at) sent.push(await accepted(made.stub));
  await accepted(made.stub, { brand: "care-plus", matter: "care" });
  for (const { reference } of sent.slice(0, 5)) {
    for (const event of [{ type: "acknowledged", definition: "x" }, { type: "stage_1_responded", finding: "upheld", response: "Sorry.", learning: `Learnt with ${reference}` }]) {
      assert.equal((await made.record("h.one", reference, event)).status, 200);
    }
  }
  await made.record("h.one", sent[0].reference, { type: "action_recorded", action: "We mend it." });
  return { ...made, sent };
}

test("only the role report reads it, each reading is in the log, and a wrong month or brand is refused by name", async (t) => {
  const made = await office(t);
  await problem(await report(made, "h.one"), 403, "role_missing");
  await problem(await report(made, "nobody"), 401, "not_signed_in");
  const { problems } = await problem(await report(made, "r.one", "?from=2026-13&to=x&brand=nope"), 422, "body_not_accepted");
  assert.deepEqual(problems.map(({ code, pointer }) => [code, pointer]), [["event_time_malformed", "/from"], ["event_time_malformed", "/to"], ["brand_unknown", "/brand"]]);
  assert.equal((await report(made, "r.one", "?from=2026-01&to=2026-02&brand=homes-plus")).status, 200);
  const log = JSON.parse(atTheStore(made.data, `print(json.dumps([json.loads(row[0]) for row in store.execute("SELECT entry FROM audit")]))`));
  assert.deepEqual(log.map(({ who, act, what }) => [who, act, what]), [["colleague:r.one", "report_viewed", "2026-01 2026-02 homes-plus"]]);
});

test("the figures follow each event; small ones are not shown, and no list gives a reference to who only reports", async (t) => {
  const made = await busy(t);
  const told = await (await report(made, "r.one")).json();
  const [brands, , , months] = told.volumes;
  assert.deepEqual([figures(brands), brands.total], [{ "homes-plus": "not shown", "care-plus": "fewer than 5" }, 7]);
  assert.deepEqual(figures(months), { [month()]: 7 });
  const response = told.on_time.find(({ by }) => by === "stage_1_response");
  assert.deepEqual([figures(response).in_time, figures(response).late], [5, 0]);
  assert.deepEqual(figures(told.findings), { upheld: 5, partly_upheld: 0, not_upheld: 0 });
  assert.equal(told.with_actions, "fewer than 5");
  assert.equal(told.learning.length, 5);
  const text = JSON.stringify({ ...told, learning: told.learning.map(({ words, ...rest }) => rest) });
  assert.ok(!text.includes(made.sent[0].reference) && told.late === undefined);
  const only = await (await report(made, "r.one", "?brand=care-plus")).json();
  assert.equal(only.volumes[0].total, "fewer than 5");
  assert.equal((await (await report(made, "r.one", "?from=2020-01&to=2020-12")).json()).volumes[0].total, 0);
});

test("as CSV, over the API and by command: the same figures", async (t) => {
  const made = await busy(t);
  const answer = await report(made, "r.one", "", { Accept: "text/csv" });
  assert.match(answer.headers.get("content-type"), /^text\/csv/);
  const csv = await answer.text();
  assert.ok(csv.startsWith("table,id,label,complaints\r\n"));
  assert.ok(csv.includes(`"received by month","${month()}","${month()}","7"\r\n`));
  assert.ok(!csv.includes("Learnt"));
  const byCommand = await run(["report", "--csv"], { PUTRIGHT_DATA: made.data });
  assert.deepEqual([byCommand.code, byCommand.out], [0, csv]);
  const asJson = JSON.parse((await run(["report"], { PUTRIGHT_DATA: made.data })).out);
  assert.deepEqual(asJson.outstanding.map(({ reference, actions }) => [reference, actions]), [[made.sent[0].reference, 1]]);
  assert.equal((await run(["report", "--brand", "nope"], { PUTRIGHT_DATA: made.data })).code, 3);
});

test("what is counted as it is kept is what a count of all would give", async (t) => {
  const { data } = await busy(t);
  const [kept, counted] = JSON.parse(atTheStore(data, `
kept = store.execute("SELECT month, brand, what, outcome, kind, matter, complaints FROM tallies WHERE complaints > 0").fetchall()
counted = store.execute("""SELECT substr(received_on, 1, 7), brand, 'received', '', kind, matter, count(*) FROM overviews GROUP BY 1, 2, 5, 6
UNION ALL SELECT substr(received_on, 1, 7), brand, 'finding', finding, '', '', count(*) FROM overviews WHERE finding <> '' GROUP BY 1, 2, 4
UNION ALL SELECT substr(received_on, 1, 7), brand, id, iif(met_on > promised_on, 'late', 'in_time'), '', '', count(*)
FROM deadlines JOIN overviews USING (reference) WHERE met_on <> '9999-12-31' GROUP BY 1, 2, 3, 4""").fetchall()
print(json.dumps([sorted(kept), sorted(counted)]))`));
  assert.ok(kept.length >= 5);
  assert.deepEqual(kept, counted);
});

test("the report and the work list read indexes, never a whole table of complaints", async (t) => {
  const { data } = await office(t);
  const plans = JSON.parse(atTheStore(data, `
queries = {
  "tallies": "SELECT complaints FROM tallies WHERE month BETWEEN '2026-01' AND '2026-12' AND ('' = '' OR brand = '') AND complaints > 0",
  "unmet": "SELECT d.id, d.promised_on < '2026-11-22', count(*) FROM deadlines AS d CROSS JOIN overviews AS o ON o.reference = d.reference WHERE d.met_on = '9999-12-31' AND o.is_open = 1 GROUP BY 1, 2",
  "late": "SELECT d.reference FROM deadlines AS d CROSS JOIN overviews AS o ON o.reference = d.reference WHERE d.met_on > d.promised_on AND d.promised_on < '2026-11-22' ORDER BY d.promised_on DESC LIMIT 9",
  "outstanding": "SELECT o.reference FROM overviews AS o WHERE o.actions_outstanding > 0 AND o.received_on >= '2026' ORDER BY o.received_on LIMIT 9",
  "learning": """SELECT e.reference FROM events AS e CROSS JOIN overviews AS o ON o.reference = e.reference WHERE instr(e.body, '"learning":') > 0 ORDER BY e.at DESC LIMIT 9""",
  "work": "SELECT reference FROM overviews WHERE is_open = 1 AND (next_by, reference) > ('', '') ORDER BY next_by, reference LIMIT 50",
}
print(json.dumps({name: [row[3] for row in store.execute("EXPLAIN QUERY PLAN " + query)] for name, query in queries.items()}))`));
  const uses = (name, index) => assert.ok(plans[name].some((step) => step.includes(index)), `${name}: ${plans[name].join("; ")}`);
  uses("tallies", "SEARCH tallies USING PRIMARY KEY");
  uses("unmet", "deadlines_unmet");
  uses("late", "deadlines_not_in_time");
  uses("outstanding", "overviews_with_actions");
  uses("learning", "events_with_learning");
  uses("work", "overviews_to_do");
  for (const name of ["late", "outstanding", "learning", "work"]) assert.ok(!plans[name].some((step) => step.includes("TEMP B-TREE")), `${name} is read in its order: ${plans[name].join("; ")}`);
});
