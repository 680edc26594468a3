// The timeline's geometry: where days, bars, diamonds and labels go.
#include <algorithm>

#include "portal/workbench/date_words.hpp"
#include "portal/workbench/timeline.hpp"

namespace putright::workbench {
namespace {

using std::chrono::days;

constexpr int kDaysInWeek = 7;
constexpr int kFewestDays = 4 * kDaysInWeek;
constexpr float kLabelText = 14;

Date monday_of(Date date) {
  return date - (std::chrono::weekday{date} - std::chrono::Monday);
}

}  // namespace

float DayScale::left_of(Date date) const {
  return left + day_width() * static_cast<float>((date - from).count());
}

float DayScale::middle_of(Date date) const {
  return left_of(date) + day_width() / 2;
}

Date DayScale::day_at(float x) const {
  auto const column = static_cast<int>((x - left) / std::max(day_width(), 0.01F));
  return from + days{std::clamp(column, 0, day_count - 1)};
}

TimelineRange range_with(TimelineRange range, Assessment const& assessment) {
  for (Deadline const& deadline : assessment.deadlines) {
    range.first = std::min({range.first, deadline.start.on, deadline.start.happened_on});
    range.last = std::max(
        {range.last, deadline.due_on, deadline.promised_on, deadline.met_on.value_or(range.last)});
  }
  return range;
}

DayScale scale_for(TimelineRange const& range, float left, float width) {
  Date const from = monday_of(range.first);
  auto const weeks = ((range.last - from).count() + kDaysInWeek) / kDaysInWeek;
  int const length = std::max(static_cast<int>(weeks) * kDaysInWeek, kFewestDays);
  return {.from = from, .day_count = length, .left = left, .width = width};
}

DayScale scale_for(Assessment const& assessment, Date today, float left, float width) {
  return scale_for(range_with({today, today}, assessment), left, width);
}

std::vector<Date> other_dates(Deadline const& deadline) {
  std::vector<Date> dates;
  if (!deadline.counted.empty()) dates.push_back(deadline.counted.back().on);
  dates.push_back(deadline.due_on);
  dates.erase(std::remove(dates.begin(), dates.end(), deadline.promised_on), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

float place_label(LabelPlace const& place) {
  float const last = std::max(place.left, place.right - place.width);
  float const wanted = std::clamp(place.wanted, place.left, last);
  bool const crosses =
      place.line > wanted - place.room && place.line < wanted + place.width + place.room;
  if (!crosses) return wanted;
  float const before = place.line - place.room - place.width;
  float const after = place.line + place.room;
  bool const fits_before = before >= place.left;
  bool const fits_after = after <= last;
  if (fits_before && fits_after) return wanted - before < after - wanted ? before : after;
  return fits_after ? after : fits_before ? before : wanted;
}

int weeks_between_labels(DayScale const& scale, float label_width) {
  float const week = scale.day_width() * kDaysInWeek;
  int weeks = 1;
  while (week * static_cast<float>(weeks) < label_width && weeks * kDaysInWeek < scale.day_count)
    ++weeks;
  return weeks;
}

std::vector<DeadlineRow> rows_of(Assessment const& assessment, DayScale const& scale, Date today,
                                 float (*label_width)(std::string_view, canvas::Look const&),
                                 canvas::Look const& look) {
  std::vector<DeadlineRow> rows;
  float const line = scale.middle_of(today);
  for (Deadline const& deadline : assessment.deadlines) {
    DeadlineRow row;
    row.deadline = &deadline;
    row.bar_left = scale.left_of(deadline.start.on + days{1});
    row.diamond = scale.middle_of(deadline.promised_on);
    row.bar_right = row.diamond;
    row.label =
        std::string(short_name(deadline.rule->id)) + ", by " + short_date(deadline.promised_on);
    row.label_left = place_label({.wanted = row.bar_left,
                                  .width = label_width(row.label, look),
                                  .left = scale.left,
                                  .right = scale.left + scale.width,
                                  .line = line,
                                  .room = look.px(kLabelText / 2)});
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace putright::workbench
