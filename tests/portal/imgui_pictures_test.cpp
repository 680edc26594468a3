// Pictures of the panels as digests of their pixels. The same cases run natively and as
// WebAssembly against the same golden file: both draw the same pixels.
// PUTRIGHT_PICTURES=FOLDER writes them there, to be looked at before the golden is changed.
#include <algorithm>
#include <cstdlib>

#include <doctest/doctest.h>

#include "tests/portal/imgui_bench.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/rasteriser.hpp"

using namespace putright;
using namespace putright::workbench;

namespace {

constexpr float kWidth = 1280;
constexpr float kHeight = 800;

class Pictures {
 public:
  support::BenchOnCanvas& bench() { return bench_; }

  void take(std::string const& name) {
    bench_->stage().pointer_left();
    bench_->stage().resize(kWidth, kHeight, 1);
    bench_.settle();
    support::Pixels const pixels = support::rasterise(*bench_->stage().drawn());
    digests_ += name + " " + support::digest_of(pixels) + "\n";
    char const* const folder = std::getenv("PUTRIGHT_PICTURES");
    if (folder != nullptr) support::write_pixmap(pixels, std::string(folder) + "/" + name + ".ppm");
  }

  std::string const& digests() const { return digests_; }

 private:
  support::BenchOnCanvas bench_;
  std::string digests_;
};

}  // namespace

TEST_CASE("pictures: the panels have the same pixels natively and as WebAssembly") {
  Pictures pictures;
  Bench& state = pictures.bench()->bench();
  pictures.take("form");
  state.preview.page = Page::track;
  state.scenario.brand = "care-plus";
  pictures.bench().change();
  pictures.take("track");
  state.scale = 1.25F;
  pictures.take("larger-text");
  state.scale = 1;
  state.view = View::compare;
  pictures.take("compare");
  state.view = View::book;
  pictures.take("book");
  state.view = View::live;
  state.live.step = LiveStep::signed_out;
  pictures.take("live");
  support::check_golden("workbench-pictures.txt", pictures.digests());
}

TEST_CASE("pictures: a rasterised frame has the brand's bar, white cards and dark letters") {
  support::BenchOnCanvas bench;
  bench->stage().resize(kWidth, kHeight, 1);
  bench.settle();
  support::Pixels const pixels = support::rasterise(*bench->stage().drawn());
  REQUIRE(pixels.width == static_cast<int>(kWidth));
  auto const count = [&pixels](std::uint32_t colour) {
    return std::count(pixels.colours.begin(), pixels.colours.end(), colour);
  };
  CHECK(count(canvas::paint(0x5B2A86)) > 4000);
  CHECK(count(canvas::kWhite) > 200000);
  CHECK(count(canvas::kInk) > 2000);
}
