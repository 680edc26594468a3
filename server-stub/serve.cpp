// `putright serve`: the stub. Opens what it needs, one after another, then serves until told to
// stop.
#include <csignal>
#include <iostream>
#include <memory>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server-stub/commands/settings.hpp"
#include "server-stub/http/server.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"
#include "server-stub/notices/outbox.hpp"
#include "server-stub/overviews.hpp"
#include "server-stub/routes/refusal_page.hpp"
#include "server-stub/routes/table.hpp"
#include "server-stub/start_turn.hpp"
#include "server-stub/store/open_store.hpp"
#include "server-stub/stub.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright serve [--config FILE]\n\n"
    "Serves the portal, its API and its static files until SIGTERM or SIGINT.\n\n"
    "Settings, in the environment or as `name = value` lines in FILE (the environment wins):\n"
    "  PORT                   8080; 0 lets the machine choose\n"
    "  PUTRIGHT_ADDRESS       127.0.0.1\n"
    "  PUTRIGHT_DATA          ./data: everything that is kept, and the keys\n"
    "  PUTRIGHT_STORE         the store: postgresql://account@host/database (default: SQLite, in "
    "PUTRIGHT_DATA)\n"
    "  PUTRIGHT_SITE          build/site: the static files\n"
    "  PUTRIGHT_POLICY        a folder of policy files (default: those built in)\n"
    "  PUTRIGHT_ORIGIN        where customers find this website, such as "
    "https://complaints.example.org\n"
    "  PUTRIGHT_LOG_REQUESTS  on, or off\n"
    "  PUTRIGHT_GROUP_COMMIT  on; off commits each complaint by itself, to measure what it gains\n"
    "  PUTRIGHT_CLIENT_HEADER behind a proxy of yours: the header in which it names its caller,\n"
    "                         such as X-Forwarded-For (default: none)\n"
    "  PUTRIGHT_COLLEAGUES    the file of colleagues' accounts (default: none)\n"
    "  PUTRIGHT_OIDC_ISSUER   the OpenID Connect issuer of colleagues' tokens (default: none)\n"
    "  PUTRIGHT_OIDC_AUDIENCE how those tokens name this service (needed with an issuer)\n"
    "  PUTRIGHT_OIDC_ROLES_CLAIM  the claim that lists their roles: roles\n"
    "  PUTRIGHT_SMTP_URL      the mail server for notices, such as smtp://mail.example.org:587\n"
    "                         (default: none; notices wait)\n"
    "  PUTRIGHT_SMTP_USER     the account to sign in to it with (default: none)\n"
    "  PUTRIGHT_SMTP_PASSWORD_FILE the file with that account's password\n"
    "  PUTRIGHT_SMTP_TLS      unless_local, required or off\n"
    "  PUTRIGHT_SMTP_CA       certificates that vouch for it (default: the machine's own)\n"
    "  PUTRIGHT_MAIL_FROM     the address that notices come from\n"
    "  PUTRIGHT_CLAMD         the ClamAV daemon that scans files: the path of its socket, or\n"
    "                         host:port (default: none)\n";

Instant clock_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

int fail(Failure const& failure) {
  std::cerr << "putright serve: " << failure.why << '\n';
  return exit_no;
}

// What the process needs of the machine: files for its owner only, refused writes as errors and not
// as signals, and as many descriptors as connections want.
void prepare_process() {
  ::umask(077);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

void log_answer(std::string_view route, int status, std::chrono::microseconds taken) {
  log_line("request", {{"route", route},
                       {"status", std::int64_t{status}},
                       {"microseconds", std::int64_t{taken.count()}}});
}

http::ServerParts parts_of(Stub& stub, http::Router router, Metrics& metrics,
                           Config const& config) {
  auto const answered = [&metrics, log = config.log_requests](std::string_view route, int status,
                                                              std::chrono::microseconds taken) {
    metrics.count_answer(route, status, taken);
    if (log == RequestLog::on) log_answer(route, status, taken);
  };
  auto const cut = [&metrics](std::string_view what) { metrics.count_cut(what); };
  auto const refused = [&stub](http::Refusal refusal, http::Request const& request) {
    return routes::refuse_caller(stub, refusal, request);
  };
  auto const name_assets = [&stub](http::Answer& answer) {
    if (http::media_type_of(answer.media_type) == "text/html")
      stub.site.assets().write_into(answer.body);
  };
  return {std::move(router), answered, cut,        config.client_header,
          config.origin,     refused,  name_assets};
}

// Everything that was opened, in the order in which it must stay alive.
struct Opened {
  PolicySource policy;
  Keys keys;
  std::unique_ptr<store::Store> store;
  attachments::Folder attachments;
  http::StaticFiles site;
};

Outcome<http::StaticFiles, Failure> open_site(Config const& config, PolicySource const& policy) {
  auto site = http::StaticFiles::read(config.site);
  if (!site.ok()) return site;
  http::StaticFiles files = std::move(site).value();
  if (files.size() == 0) log_line("site_folder_empty", {{"folder", std::string_view{config.site}}});
  // The browser must decide by the same book as the stub, whatever lies in the site folder.
  files.add("/policy/book.json", policy.joined);
  return files;
}

// Opens the folder and removes the files that no complaint came for.
Outcome<attachments::Folder, Failure> open_attachments(Config const& config, store::Store& store) {
  auto folder = attachments::Folder::open(config.data + "/attachments", config.clamd);
  if (!folder.ok()) return folder;
  auto const swept = folder.value().sweep(
      attachments::Folder::Clock::now() - limits::kLooseAttachmentTime,
      [&store](std::string const& sha256) { return store.is_attached(sha256); });
  if (!swept.ok()) return swept.error();
  if (swept.value() > 0) log_line("attachments_swept", {{"files", std::int64_t{swept.value()}}});
  return folder;
}

// The keys and the store: what a first start makes, and one stub at a time.
struct Kept {
  Keys keys;
  std::unique_ptr<store::Store> store;
};

Outcome<Kept, Failure> open_kept(Config const& config) {
  auto const turn = take_start_turn(config.data, limits::kStartTurnTime);
  if (!turn.ok()) return turn.error();
  auto const is_there = store::store_is_there(config);
  if (!is_there.ok()) return is_there.error();
  // The first start makes the keys before the store. New keys under an old store would answer
  // repeats with other tracking keys, and nobody could check the old receipts.
  auto const missing = is_there.value() ? MissingKeys::are_refused : MissingKeys::are_made;
  auto keys = open_keys(config.data + "/keys", clock_now(), missing);
  if (!keys.ok()) return keys.error();
  auto opened = store::open_store(config);
  if (!opened.ok()) return opened.error();
  return Kept{std::move(keys).value(), std::move(opened).value()};
}

Outcome<std::unique_ptr<Opened>, Failure> open_all(Config const& config) {
  if (!start_sodium()) return Failure{"this machine gives no randomness"};
  auto policy = open_policy(config.policy);
  if (!policy.ok()) return policy.error();
  auto opened = open_kept(config);
  if (!opened.ok()) return opened.error();
  Kept kept = std::move(opened).value();
  auto folder = open_attachments(config, *kept.store);
  if (!folder.ok()) return folder.error();
  auto site = open_site(config, policy.value());
  if (!site.ok()) return site.error();
  return std::unique_ptr<Opened>{new Opened{std::move(policy).value(), std::move(kept.keys),
                                            std::move(kept.store), std::move(folder).value(),
                                            std::move(site).value()}};
}

void say_ready(Config const& config, std::uint16_t port) {
  bool const six = config.address.find(':') != std::string::npos;
  std::cout << "Putright is at http://" << (six ? "[" : "") << config.address << (six ? "]" : "")
            << ':' << port << std::endl;
  log_line("serving", {{"version", PUTRIGHT_VERSION}, {"port", std::int64_t{port}}});
}

store::Grouping grouping_of(Config const& config) {
  return config.group_commit == GroupCommit::on ? store::Grouping::together
                                                : store::Grouping::alone;
}

int serve(Config const& config) {
  prepare_process();
  auto opened = open_all(config);
  if (!opened.ok()) return fail(opened.error());
  Opened& parts = *opened.value();
  http::Server server;
  auto const port = server.listen(config.address, config.port);
  if (!port.ok()) return fail(port.error());
  Metrics metrics;
  auto const post = [&server](std::function<void()> work) { server.post(std::move(work)); };
  Background background{post};
  auto const failed = [&metrics](std::string const& why) {
    metrics.count_store_failure();
    log_line("store_write_failed", {{"why", std::string_view{why}}});
  };
  store::Writer writer{*parts.store, post, failed, grouping_of(config)};
  auto const colleagues = ColleagueDirectory::open(config, metrics, post);
  if (!colleagues.ok()) return fail(colleagues.error());
  auto mail = notices::mail_server_of(config);
  if (!mail.ok()) return fail(mail.error());
  std::unique_ptr<notices::Outbox> outbox;
  WrongKeys wrong_keys;
  Stub stub{parts.policy,
            parts.keys,
            *parts.store,
            writer,
            parts.site,
            metrics,
            wrong_keys,
            parts.attachments,
            background,
            *colleagues.value(),
            clock_now,
            [&server] { return server.connections(); },
            base64url(sha256(parts.policy.joined)),
            config.origin};
  http::Router const api = routes::api_router(stub);
  say_ready(config, port.value());
  renew_overviews(stub);
  if (auto& mail_server = mail.value()) {
    outbox = std::make_unique<notices::Outbox>(
        notices::OutboxParts{parts.policy.book, *parts.store, writer, metrics, clock_now, post,
                             config.origin},
        *mail_server);
  }
  server.run(parts_of(stub, routes::site_router(stub, api), metrics, config));
  log_line("stopped");
  return exit_ok;
}

int run_serve(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(arguments, {"--config"}, {});
  if (!line || !line->files.empty()) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  auto const config = settings_of(*line);
  if (!config.ok()) return fail(config.error());
  return serve(config.value());
}

}  // namespace

Command const kServe{"serve", "serves the portal and its API", run_serve};

}  // namespace putright
