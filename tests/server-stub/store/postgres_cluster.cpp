#include "tests/server-stub/store/postgres_cluster.hpp"

#include <cstdlib>
#include <stdexcept>

#include <unistd.h>

#include "server-stub/store/postgres.hpp"

namespace putright::support {
namespace {

using namespace std::chrono_literals;

// Runs a program of the newest PostgreSQL that is installed. The server does not run as root: then
// the account that Debian's package made starts it.
void run(std::string const& words, std::string const& log) {
  std::string const account = ::geteuid() == 0 ? "runuser -u postgres -- " : "";
  std::string const command =
      "cd / && bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1) && LC_ALL=C.UTF-8 " +
      account + "$bin/" + words + " >>" + log + " 2>&1";
  if (std::system(command.c_str()) != 0)
    throw std::runtime_error("no PostgreSQL of our own (scripts/set-up test): " + words + ", see " +
                             log);
}

}  // namespace

PostgresCluster& PostgresCluster::only() {
  static PostgresCluster cluster;
  return cluster;
}

PostgresCluster::PostgresCluster() {
  std::string const owner = "chown postgres " + folder_.path();
  if (::geteuid() == 0 && std::system(owner.c_str()) != 0)
    throw std::runtime_error("no account called postgres (scripts/set-up test)");
  run("initdb -D " + (folder_ / "data") +
          " -U putright -A trust -E UTF8 --locale=C.UTF-8 --no-sync",
      folder_ / "words");
  start();
}

PostgresCluster::~PostgresCluster() {
  stop();
}

void PostgresCluster::start() const {
  run("pg_ctl -D " + (folder_ / "data") + " -w -l " + (folder_ / "log") +
          " -o \"-c listen_addresses='' -c unix_socket_directories=" + folder_.path() +
          " -c shared_buffers=16MB\" start",
      folder_ / "words");
}

void PostgresCluster::stop() const {
  run("pg_ctl -D " + (folder_ / "data") + " -w -m immediate stop", folder_ / "words");
}

void PostgresCluster::restart() const {
  stop();
  start();
}

std::string PostgresCluster::address(std::string const& schema) const {
  std::string host;
  for (char const one : folder_.path())
    host += one == '/' ? std::string{"%2F"} : std::string{one};
  return "postgresql://putright@/postgres?host=" + host + "&options=-csearch_path%3D" + schema;
}

std::string PostgresCluster::new_store() {
  std::string const schema = "store_" + std::to_string(++schemas_);
  postgres::Database database{address("public"), {10s, 10s}};
  database.run("CREATE SCHEMA " + schema);
  return address(schema);
}

}  // namespace putright::support
