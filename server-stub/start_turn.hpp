// The turn to start on a data folder. Stubs that share one make their keys and bring the store up
// to date one after another; once that is done they serve side by side.
#pragma once
#include <chrono>
#include <memory>
#include <string>

#include "server-stub/descriptor.hpp"
#include "server-stub/failure.hpp"

namespace putright {

/// Held until it goes, or its process does, however that ends.
using StartTurn = std::unique_ptr<Descriptor>;

/// Makes the folder if it is not there, and waits while others start on it, for at most `patience`.
/// Refused with one line.
Outcome<StartTurn, Failure> take_start_turn(std::string const& folder,
                                            std::chrono::milliseconds patience);

}  // namespace putright
