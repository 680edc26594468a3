#include "server-stub/start_turn.hpp"

#include <thread>

#include <fcntl.h>

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"

namespace putright {

Outcome<StartTurn, Failure> take_start_turn(std::string const& folder,
                                            std::chrono::milliseconds patience) {
  if (auto made = make_own_folder(folder); !made.ok()) return made.error();
  auto turn = std::make_unique<Descriptor>(
      ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!turn->open()) return Failure{"cannot write to the data folder " + folder};
  auto const until = std::chrono::steady_clock::now() + patience;
  while (!lock_now(*turn, Locking::alone)) {
    if (std::chrono::steady_clock::now() >= until)
      return Failure{"another putright has been starting on the data folder " + folder +
                     " for too long: end it"};
    std::this_thread::sleep_for(limits::kStartTurnPause);
  }
  return turn;
}

}  // namespace putright
