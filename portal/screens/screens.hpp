// Every screen, each made from plain values. Screens decide nothing about policy: dates come from
// an assessment, figures and names from the policy book, sentences from the text table.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "portal/journey/steps.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/submission/later_forms.hpp"

namespace putright::screens {

/// What every screen of a brand starts with: name, navigation, help. `path` is the screen's
/// address.
view::Screen brand_screen(Brand const& brand, std::string id, std::string path, std::string title);

/// `/`: which brand?
view::Screen choose_brand(PolicyBook const& book);

/// `/homes-plus/`. Dates and figures are those in force on `today`.
view::Screen brand_home(PolicyBook const& book, Brand const& brand, Date today);

/// The field of the first screen of a journey: whom it is for (kDraftsFor).
inline constexpr std::string_view kWhoForField = "who_for";

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

/// Nobody could be reached, and the device keeps it: not sent, and what to do.
view::Screen waiting(StepContext const& context, Instant now);

/// What the stub answered to a submission.
struct Sent {
  std::string reference;
  std::string tracking_key;
  std::string receipt;
  Instant received_at;
  /// Where this website is, for the code that a phone scans; empty: no code.
  std::string origin{};
};
view::Screen sent(StepContext const& context, Sent const& sent);

/// The form for a reference and its tracking key.
struct TrackAnswers {
  std::string reference;
  std::string tracking_key;
};
view::Screen track(PolicyBook const& book, Brand const& brand, TrackAnswers const& answers,
                   std::vector<Problem> const& problems);

/// What is known of one complaint, for the customer it belongs to. `done`: what they have just
/// sent.
struct Tracked {
  /// A colleague's look at it, and why.
  struct Viewing {
    Instant at;
    std::string reason;
  };
  std::string reference;
  ComplaintRecord record;
  Submission submission;
  std::string tracking_key{};
  std::optional<LaterForm> done{};
  std::vector<Viewing> viewings{};
};
view::Screen tracked(PolicyBook const& book, Brand const& brand, Tracked const& tracked,
                     Instant now);

/// What is sent later, after the submission. `press` becomes the idempotency key; `texts` are by
/// the names of rules_of(form).
struct LaterAnswers {
  TrackAnswers known_by;
  std::string press;
  std::string question;
  GivenTexts texts;
};
view::Screen later_form(Brand const& brand, LaterForm form, LaterAnswers const& answers,
                        std::vector<Problem> const& problems);

/// The form for a receipt to check.
view::Screen verify(Brand const& brand, std::string const& receipt,
                    std::vector<Problem> const& problems);

/// What checking a receipt came to. `why` says why it is not ours, in the words of whoever checked.
struct Verdict {
  enum class Ours { no, yes } is_ours = Ours::no;
  std::string why;
  std::string reference;
  std::string brand;
  std::optional<FeedbackKind> kind;
  std::optional<Instant> received_at;
  std::vector<PromisedDate> promised;
};
view::Screen verified(PolicyBook const& book, Brand const& brand, Verdict const& verdict);

view::Screen not_found(PolicyBook const& book, std::string_view path);

/// A heading, a paragraph: what screens are mostly made of.
view::Node heading(int level, std::string_view words);
view::Node paragraph(std::string_view words);

/// Problems as the summary shows them: each with the field it is about.
std::vector<view::ScreenProblem> summary_of(std::vector<Problem> const& problems);

/// The words of all problems with this field, or an empty text.
std::string problem_of(std::vector<Problem> const& problems, Field field);

}  // namespace putright::screens
