// What the commands that go through the whole store share: the settings, the policy, the store, and
// a pass over its complaints that says how far it is.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "server-stub/commands/settings.hpp"
#include "server-stub/policy_source.hpp"
#include "server-stub/store/store.hpp"

namespace putright {

struct KeptHere {
  Config config;
  PolicySource policy;
  std::unique_ptr<store::Store> store;
};

/// Opens the store under PUTRIGHT_DATA, which must be there, and the policy the stub would use.
Outcome<KeptHere, Failure> open_kept_here(CommandLine const& line);

/// Hands over each complaint that is open, or over and not erased; the first failure ends it. How
/// far it is goes to the standard error stream, under the command's name.
Done each_kept(store::Store& store, store::Overview::Open open, std::string const& command,
               std::function<Done(store::KeptComplaint const&)> const& each);

}  // namespace putright
