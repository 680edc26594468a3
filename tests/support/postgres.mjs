// A PostgreSQL of the test's own: a cluster in a temporary folder, reached through a socket in it. The server does
// not run as root, so root's tests start it as the account that Debian's package made for it.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const installed = "/usr/lib/postgresql";
const account = "postgres";

/** The programs of the newest version that is installed. */
function programs() {
  const versions = existsSync(installed) ? readdirSync(installed).filter((name) => existsSync(join(installed, name, "bin", "initdb"))) : [];
  if (versions.length === 0) throw new Error(`no PostgreSQL in ${installed}: scripts/set-up test`);
  return join(installed, versions.sort((one, other) => Number(one) - Number(other)).at(-1), "bin");
}

function run(program, ...words) {
  const command = [join(programs(), program), ...words];
  if (process.getuid() === 0) command.unshift("runuser", "-u", account, "--");
  const { status, stdout, stderr, error } = spawnSync(command[0], command.slice(1), { encoding: "utf8", cwd: "/", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? ""}${stdout}${stderr}`);
  return stdout.trim();
}

export class Postgres {
  static start() {
    const postgres = new Postgres();
    postgres.folder = mkdtempSync(join(tmpdir(), "putright-postgres-"));
    chmodSync(postgres.folder, 0o755);
    if (process.getuid() === 0) {
      const [uid, gid] = ["-u", "-g"].map((word) => Number(spawnSync("id", [word, account], { encoding: "utf8" }).stdout));
      chownSync(postgres.folder, uid, gid);
    }
    postgres.data = join(postgres.folder, "data");
    run("initdb", "-D", postgres.data, "-U", "putright", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
    postgres.begin();
    return postgres;
  }

  begin() {
    const settings = `-c listen_addresses='' -c unix_socket_directories=${this.folder} -c max_connections=40 -c shared_buffers=16MB`;
    run("pg_ctl", "-D", this.data, "-o", settings, "-l", join(this.folder, "log"), "-w", "start");
  }

  /** `immediate`: as if the power went. */
  stop(mode = "fast") { run("pg_ctl", "-D", this.data, "-m", mode, "-w", "stop"); }

  /** Asks the database with this SQL, and gives the first column of each row. */
  ask(sql, schema = "public") {
    return run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", this.folder, "-U", "putright", "-d", "postgres", "-c", `SET search_path = ${schema}`, "-c", sql);
  }

  schemas = 0;
  /** Where a new, empty store may be made: a schema of its own. */
  newStore() {
    const schema = `store_${++this.schemas}`;
    this.ask(`CREATE SCHEMA ${schema}`);
    return { schema, address: `postgresql://putright@/postgres?host=${encodeURIComponent(this.folder)}&options=-csearch_path%3D${schema}` };
  }

  /** Ends it, and leaves nothing. */
  end() {
    try {
      this.stop("immediate");
    } catch {
      // It was down already.
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
