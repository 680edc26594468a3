// Every screen, each made from plain values. Screens decide nothing about policy: dates come from
// an assessment, figures and names from the policy book, sentences from the text table.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "portal/journey/steps.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::screens {

/// What every screen of a brand starts with: name, navigation, help. `path` is the screen's
/// address.
view::Screen brand_screen(Brand const& brand, std::string id, std::string path, std::string title);

/// `/`: which brand?
view::Screen choose_brand(PolicyBook const& book);

/// `/homes-plus/`. Dates and figures are those in force on `today`.
view::Screen brand_home(PolicyBook const& book, Brand const& brand, Date today);

/// A screen of a journey that takes answers.
struct StepContext {
  PolicyBook const& book;
  Brand const& brand;
  FeedbackKind kind;
  Draft const& draft;
  std::vector<Problem> const& problems;
};
view::Screen step(StepContext const& context, Step step);

/// The last screen before sending: every answer, and the dates that would apply if it arrived at
/// `now`.
view::Screen check(StepContext const& context, Instant now);

/// What the stub answered to a submission.
struct Sent {
  std::string reference;
  std::string tracking_key;
  std::string receipt;
  Instant received_at;
};
view::Screen sent(StepContext const& context, Sent const& sent);

/// The form for a reference and its tracking key.
struct TrackAnswers {
  std::string reference;
  std::string tracking_key;
};
view::Screen track(PolicyBook const& book, Brand const& brand, TrackAnswers const& answers,
                   std::vector<Problem> const& problems);

/// What is known of one complaint, for the customer it belongs to.
struct Tracked {
  std::string reference;
  ComplaintRecord record;
  Submission submission;
};
view::Screen tracked(PolicyBook const& book, Brand const& brand, Tracked const& tracked,
                     Instant now);

view::Screen not_found(PolicyBook const& book, std::string_view path);

/// Problems as the summary shows them: each with the field it is about.
std::vector<view::ScreenProblem> summary_of(std::vector<Problem> const& problems);

/// The words of the first problem with this field, or an empty text.
std::string problem_of(std::vector<Problem> const& problems, Field field);

}  // namespace putright::screens
