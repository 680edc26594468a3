// A real mail server (Debian's exim4) for tests: its own configuration, spool and mailbox in a folder that goes with
// the test. It runs as an ordinary account, also when the tests run as root.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const EXIM = "/usr/sbin/exim4";
const ASK_AGAIN_MS = 50;
const NOBODY = 65534;
const account = process.getuid() === 0 ? NOBODY : process.getuid();
const group = process.getuid() === 0 ? NOBODY : process.getgid();

/** What the mail server takes and refuses; `later` and `refused` are local parts of addresses. */
const configuration = (folder, port, secure) => `
spool_directory = ${folder}/spool
log_file_path = ${folder}/%slog
pid_file_path = ${folder}/pid
exim_user = ${account}
exim_group = ${group}
primary_hostname = mail.test
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
keep_environment =
host_lookup =
rfc1413_hosts =
never_users =
smtp_accept_queue_per_connection = 0
deliver_drop_privilege = true
domainlist local_domains = *
${secure ? `tls_advertise_hosts = *\ntls_certificate = ${folder}/certificate.pem\ntls_privatekey = ${folder}/key.pem` : "tls_advertise_hosts ="}
acl_smtp_mail = sender
acl_smtp_rcpt = recipient
begin acl
sender:
  ${secure ? "deny message = sign in first\n       !authenticated = *" : "accept"}
  accept
recipient:
  deny message = no such person here
       local_parts = refused
  defer message = come back later
        local_parts = later
  accept
begin routers
everybody:
  driver = accept
  transport = mailbox
begin transports
mailbox:
  driver = appendfile
  maildir_format
  directory = ${folder}/mail
  create_directory
  user = ${account}
  group = ${group}
  envelope_to_add
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{putright}}{eq{$auth3}{a-secret}}}}
  server_advertise_condition = \${if def:tls_in_cipher}
begin retry
* * F,1h,1m
`;

// Read by somebody who knows nothing of how they were written.
const READ = `
import email, email.policy, json, sys
def body(message, kind):
    part = message.get_body((kind,))
    return part.get_content() if part else None
def read(path):
    with open(path, "rb") as file: raw = file.read()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    defects = [str(d) for part in message.walk() for d in part.defects] + [str(d) for h in message.values() for d in h.defects]
    return {"to": message["envelope-to"], "from": message["from"], "subject": message["subject"], "id": message["message-id"],
            "headers": {name.lower(): str(value) for name, value in message.items()},
            "plain": body(message, "plain"), "html": body(message, "html"), "defects": defects, "raw": raw.decode("latin-1")}
print(json.dumps([read(path) for path in sys.argv[1:]]))
`;

/** A port that nobody listens at. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Asks until there is an answer that is not undefined. The test's own limit of time ends it. */
export async function eventually(ask) {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(ASK_AGAIN_MS);
  }
}

const answers = (port) => new Promise((resolve) => {
  const socket = connect(port, "127.0.0.1", () => { socket.destroy(); resolve(true); });
  socket.on("error", () => resolve(undefined));
});

export class MailServer {
  #child;
  folder = mkdtempSync(join(tmpdir(), "putright-mail-"));

  constructor(port) { this.port = port; }

  get url() { return `smtp://127.0.0.1:${this.port}`; }

  /** Makes it without starting it. `secure`: only over TLS, and only for who signs in (putright, a-secret). */
  static async make(t, { secure = false } = {}) {
    const server = new MailServer(await freePort());
    const conf = join(server.folder, "conf");
    if (secure) {
      execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", join(server.folder, "key.pem"), "-out", join(server.folder, "certificate.pem")], { stdio: "ignore" });
    }
    writeFileSync(conf, configuration(server.folder, server.port, secure), { mode: 0o644 });
    mkdirSync(join(server.folder, "spool"));
    for (const name of [".", "spool", ...(secure ? ["key.pem"] : [])]) chownSync(join(server.folder, name), account, group);
    t.after(async () => {
      await server.stop();
      rmSync(server.folder, { recursive: true, force: true });
    });
    return server;
  }

  static async start(t, options) {
    const server = await MailServer.make(t, options);
    await server.start();
    return server;
  }

  async start() {
    assert.ok(existsSync(EXIM), "exim4 is installed: scripts/set-up test");
    this.#child = spawn(EXIM, ["-C", join(this.folder, "conf"), "-bdf", "-q1m"], { uid: account, gid: group, cwd: "/", stdio: "ignore" });
    this.#child.ended = once(this.#child, "exit");
    await eventually(() => answers(this.port));
  }

  async stop() {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    child.kill();
    await child.ended;
  }

  /** Everything that has arrived, oldest first, as Python's `email` reads it. */
  messages() {
    const folder = join(this.folder, "mail", "new");
    if (!existsSync(folder)) return [];
    const paths = readdirSync(folder).sort().map((name) => join(folder, name));
    return JSON.parse(execFileSync("python3", ["-c", READ, ...paths], { encoding: "utf8", maxBuffer: 1 << 26 }));
  }

  /** Waits until so many messages have arrived, and gives them. */
  arrived(count) {
    return eventually(() => {
      const messages = this.messages();
      return messages.length >= count ? messages : undefined;
    });
  }

  /** What it wrote of taking and refusing. */
  log() {
    const file = join(this.folder, "mainlog");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }
}
