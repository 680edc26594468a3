// A PostgreSQL of the tests' own: one cluster for the process, in a temporary folder, reached
// through a socket in it; each test has a schema of its own.
#pragma once
#include <string>

#include "tests/server-stub/temporary_folder.hpp"

namespace putright::support {

class PostgresCluster {
 public:
  /// The one of this process: started at the first call, ended with the process.
  static PostgresCluster& only();

  /// The address of a new, empty schema.
  std::string new_store();

  /// Ends the server as if the power went, and starts it again.
  void restart() const;

  ~PostgresCluster();
  PostgresCluster(PostgresCluster const&) = delete;
  PostgresCluster& operator=(PostgresCluster const&) = delete;

 private:
  PostgresCluster();
  std::string address(std::string const& schema) const;
  void start() const;
  void stop() const;
  TemporaryFolder folder_;
  int schemas_ = 0;
};

}  // namespace putright::support
