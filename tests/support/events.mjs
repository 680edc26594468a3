// Writes events into a stub's store as colleagues will: a record is then at whatever point a test needs.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const WRITE = `
import json, sqlite3, sys
file, reference, events = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
store = sqlite3.connect(file, timeout=10)
with store:
    position = store.execute("SELECT count(*) FROM events WHERE reference = ?", (reference,)).fetchone()[0]
    for event in events:
        body = {name: value for name, value in event.items() if name not in ("type", "at")}
        store.execute("INSERT INTO events(reference, position, type, at, body) VALUES (?, ?, ?, ?, ?)",
                      (reference, position, event["type"], event["at"], json.dumps(body, separators=(",", ":"))))
        position += 1
store.close()
`;

/** Adds these events, each `{type, at, ...}`, to the complaint; the stub may be serving. */
export function writeEvents(data, reference, events) {
  execFileSync("python3", ["-c", WRITE, join(data, "complaints.sqlite"), reference, JSON.stringify(events)]);
}
