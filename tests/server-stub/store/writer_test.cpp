#include "server-stub/store/writer.hpp"

#include <future>
#include <mutex>

#include <doctest/doctest.h>

#include "server-stub/limits.hpp"
#include "tests/server-stub/store/places.hpp"
#include "tests/server-stub/store/samples.hpp"

namespace putright::store {
namespace {

// A store that waits until it is told to go on.
class WaitingStore : public Keeper {
 public:
  std::vector<KeepOutcome> keep(std::span<ToKeep const> arrivals) override {
    opened_.wait();
    return std::vector<KeepOutcome>(arrivals.size(), KeepOutcome{Keeping::kept});
  }
  std::string last_failure() const override { return ""; }
  void go_on() { gate_.set_value(); }

 private:
  std::promise<void> gate_;
  std::shared_future<void> opened_ = gate_.get_future().share();
};

TEST_CASE("the writer: every complaint is answered, and what waits is kept together") {
  SqlitePlace const place;
  auto const store = place.open();
  std::mutex mutex;
  std::size_t kept = 0;
  std::size_t posts = 0;
  constexpr std::size_t kCount = 1000;
  {
    Writer writer{*store,
                  [&](std::function<void()> const& work) {
                    std::lock_guard const lock{mutex};
                    ++posts;
                    work();
                  },
                  [](std::string const& why) { FAIL(why); }};
    for (std::size_t number = 0; number < kCount; ++number) {
      REQUIRE(writer.keep(sample(std::to_string(number)), [&](KeepOutcome const& outcome) {
        if (outcome.keeping == Keeping::kept) ++kept;
      }));
    }
  }
  CHECK(kept == kCount);
  CHECK(posts < kCount);
  CHECK(posts >= kCount / limits::kKeptTogether);
}

TEST_CASE("the writer: alone, each complaint is kept by itself") {
  SqlitePlace const place;
  auto const store = place.open();
  std::size_t posts = 0;
  {
    Writer writer{*store,
                  [&](std::function<void()> const& work) {
                    ++posts;
                    work();
                  },
                  [](std::string const& why) { FAIL(why); }, Grouping::alone};
    for (int number = 0; number < 20; ++number)
      REQUIRE(writer.keep(sample(std::to_string(number)), [](KeepOutcome const&) {}));
  }
  CHECK(posts == 20);
}

TEST_CASE("the writer: past its limit the queue takes no more") {
  WaitingStore store;
  std::size_t taken = 0;
  std::size_t answered = 0;
  {
    Writer writer{store, [](std::function<void()> const& work) { work(); },
                  [](std::string const&) {}};
    while (writer.keep(sample("1"), [&](KeepOutcome const&) { ++answered; }))
      ++taken;
    store.go_on();
  }
  CHECK(taken >= limits::kWaitingToBeKept);
  CHECK(taken <= limits::kWaitingToBeKept + limits::kKeptTogether);
  CHECK(answered == taken);
}

}  // namespace
}  // namespace putright::store
