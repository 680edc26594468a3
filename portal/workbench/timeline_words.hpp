// The timeline without the canvas: what each day is, in words; all of it as a text; as a picture
// (SVG) for a letter or a page.
#pragma once
#include <string>

#include "shared/complaint/assess.hpp"

namespace putright::workbench {

/// "Friday 3 April 2026. Good Friday. Stage 1 response: not counted." The assessment must have its
/// days listed.
std::string day_reading(Date day, Assessment const& assessment, WorkingCalendar const& calendar);

/// Each deadline: its date, its state, why, its clause, and day by day.
std::string deadlines_text(Assessment const& assessment, PolicyBook const& book);

/// The timeline as an SVG picture with a title and the same words for those who do not see it.
std::string timeline_svg(Assessment const& assessment, WorkingCalendar const& calendar, Date today);

}  // namespace putright::workbench
