#include <cmath>

#include "portal/workbench/date_words.hpp"
#include "portal/workbench/timeline.hpp"
#include "portal/workbench/timeline_words.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using std::chrono::days;

constexpr int kWidth = 960;
constexpr int kMargin = 16;
constexpr int kHead = 48;
constexpr int kRow = 44;
constexpr int kDaysInWeek = 7;

// Titles of bank holidays come from a file that anybody may have edited.
std::string escaped(std::string_view text) {
  std::string safe;
  for (char const letter : text) {
    if (letter == '<') {
      safe += "&lt;";
    } else if (letter == '&') {
      safe += "&amp;";
    } else {
      safe += letter;
    }
  }
  return safe;
}

// Whole numbers only: a tenth of a pixel is seen by nobody.
std::string at(float place) {
  return "\"" + std::to_string(std::lround(place)) + "\"";
}

std::string_view paint_of_state(DeadlineState state) {
  switch (state) {
    case DeadlineState::met:
      return "#0e7a4a";
    case DeadlineState::late:
      return "#c42d18";
    case DeadlineState::pending:
      return "#4a5a78";
    case DeadlineState::projected:
      return "#808a97";
  }
  return "#4a5a78";
}

class Picture {
 public:
  explicit Picture(DayScale const& scale, int height) : scale_(scale), height_(height) {
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=" + at(kWidth) +
           " height=" + at(static_cast<float>(height)) + " viewBox=\"0 0 " +
           std::to_string(kWidth) + " " + std::to_string(height) +
           "\" font-family=\"sans-serif\" font-size=\"13\">\n";
  }
  std::string take() { return std::move(out_) + "</svg>\n"; }

  void title(std::string_view words) { out_ += "<title>" + escaped(words) + "</title>\n"; }

  void rectangle(float left, float top, float width, float height, std::string_view fill,
                 std::string_view said = {}) {
    out_ += "<rect x=" + at(left) + " y=" + at(top) + " width=" + at(width) +
            " height=" + at(height) + " fill=\"" + std::string(fill) + "\"";
    out_ += said.empty() ? "/>\n" : "><title>" + escaped(said) + "</title></rect>\n";
  }

  void text(float left, float top, std::string_view words) {
    out_ += "<text x=" + at(left) + " y=" + at(top) + ">" + escaped(words) + "</text>\n";
  }

  void days(WorkingCalendar const& calendar) {
    rectangle(0, 0, kWidth, static_cast<float>(height_), "#ffffff");
    for (int index = 0; index < scale_.day_count; ++index) {
      Date const day = scale_.from + std::chrono::days{index};
      if (index % (2 * kDaysInWeek) == 0) text(scale_.left_of(day), 18, short_day_and_month(day));
      BankHoliday const* const holiday = calendar.covers(day) ? calendar.holiday_on(day) : nullptr;
      if (holiday != nullptr) column(day, "#f5cdc6", holiday->title);
      if (holiday == nullptr && is_weekend(day)) column(day, "#e9edf2", {});
    }
  }

  void column(Date day, std::string_view fill, std::string_view said) {
    rectangle(scale_.left_of(day), 28, scale_.day_width(), static_cast<float>(height_ - 28), fill,
              said);
  }

  void row(Deadline const& deadline, float top) {
    std::string_view const fill = paint_of_state(deadline.state);
    float const left = scale_.left_of(deadline.start.on + std::chrono::days{1});
    float const right = scale_.middle_of(deadline.promised_on);
    std::string const words = std::string(short_name(deadline.rule->id)) + ", by " +
                              say_date(deadline.promised_on) + ", " +
                              std::string(name_in(kDeadlineStates, deadline.state));
    text(std::min(left, kWidth / 2.0F), top + 12, words);
    rectangle(left, top + 20, right - left, 9, fill, words);
    out_ += "<circle cx=" + at(right) + " cy=" + at(top + 24) + " r=\"7\" fill=\"" +
            std::string(fill) + "\"/>\n";
  }

 private:
  DayScale scale_;
  int height_;
  std::string out_;
};

}  // namespace

std::string timeline_svg(Assessment const& assessment, WorkingCalendar const& calendar,
                         Date today) {
  DayScale const scale = scale_for(assessment, today, kMargin, kWidth - 2 * kMargin);
  int const rows = static_cast<int>(assessment.deadlines.size());
  Picture picture(scale, kHead + kRow * rows + kMargin);
  std::string words = assessment.edition->title + ", " + say_date(today) + ".";
  for (Deadline const& deadline : assessment.deadlines)
    words += " " + std::string(short_name(deadline.rule->id)) + " by " +
             say_date(deadline.promised_on) + ".";
  picture.title(words);
  picture.days(calendar);
  picture.rectangle(scale.middle_of(today) - 1, 22, 2, static_cast<float>(kHead + kRow * rows),
                    "#1b1f24", "Today, " + say_date(today));
  float top = kHead - 8;
  for (Deadline const& deadline : assessment.deadlines) {
    picture.row(deadline, top);
    top += kRow;
  }
  return picture.take();
}

}  // namespace putright::workbench
