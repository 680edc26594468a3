// The deadline timeline: days across, one row for each deadline. First its geometry, which is pure
// and tested, then its drawing. Dates come from an assessment; none is worked out here.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <imgui.h>

#include "portal/imgui/look.hpp"
#include "portal/workbench/date_words.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::workbench {

/// Whole weeks of days laid from left to right. Units are the canvas's.
struct DayScale {
  Date from;
  int day_count = 7;
  float left = 0;
  float width = 0;

  float day_width() const { return width / static_cast<float>(day_count); }
  /// The left edge of a day's column.
  float left_of(Date date) const;
  /// The middle of a day's column.
  float middle_of(Date date) const;
  /// The day at this place, kept inside the scale.
  Date day_at(float x) const;
  Date last() const { return from + std::chrono::days{day_count - 1}; }
};

/// The days that a timeline must have.
struct TimelineRange {
  Date first;
  Date last;
};
/// The same, widened to every date of an assessment.
TimelineRange range_with(TimelineRange range, Assessment const& assessment);
/// From the Monday before the range to the Sunday after; 4 weeks at least.
DayScale scale_for(TimelineRange const& range, float left, float width);

/// From the Monday of the earliest date to the Sunday after the latest, today included; 4 weeks at
/// least.
DayScale scale_for(Assessment const& assessment, Date today, float left, float width);

/// Where one deadline is drawn.
struct DeadlineRow {
  Deadline const* deadline = nullptr;
  /// The bar from the day after the clock's start to the due day.
  float bar_left = 0;
  float bar_right = 0;
  float diamond = 0;
  std::string label;
  /// Upper left corner of the label is at this x; it is kept off today's line.
  float label_left = 0;
};

/// Where a label of `width` goes that belongs to a bar at `wanted`: inside `left` to `right`, and
/// beside the line at `line` with `room` to spare rather than across it.
struct LabelPlace {
  float wanted;
  float width;
  float left;
  float right;
  float line;
  float room;
};
float place_label(LabelPlace const& place);

/// Every how many weeks a week's date is written so that dates do not touch: 1, 2, 3, ...
int weeks_between_labels(DayScale const& scale, float label_width);

/// The rows of an assessment's deadlines, in its order. `label_width` measures a label.
std::vector<DeadlineRow> rows_of(Assessment const& assessment, DayScale const& scale, Date today,
                                 float (*label_width)(std::string_view, canvas::Look const&),
                                 canvas::Look const& look);

/// Dates of a deadline besides the one that binds: what was counted before an extension, or what
/// today's calendar gives where another date was promised.
std::vector<Date> other_dates(Deadline const& deadline);

/// What a person did to the timeline.
struct TimelineTouch {
  /// The day that today's line was dragged to.
  std::optional<Date> today{};
  /// The deadline that was pressed.
  std::optional<DeadlineId> deadline{};
  /// The day that is being read by keyboard.
  std::optional<Date> read{};
};

/// What is drawn, and from when to when. `shown` is the deadline that is explained below, `read`
/// the day that is read out.
struct TimelineView {
  Assessment const& assessment;
  WorkingCalendar const& calendar;
  Date today;
  TimelineRange range;
  std::optional<DeadlineId> shown{};
  std::optional<Date> read{};
};

/// Draws the timeline at the layout cursor, as wide as the column.
TimelineTouch draw_timeline(TimelineView const& view, canvas::Look const& look);

}  // namespace putright::workbench
