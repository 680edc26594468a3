#include "portal/journey/portal.hpp"

#include <algorithm>

#include "portal/journey/steps.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"
#include "shared/submission/reference.hpp"

namespace putright {
namespace {

constexpr int kOk = 200;
constexpr int kNotFound = 404;
constexpr int kProblems = 422;
constexpr int kEffectFailed = 502;
constexpr int kConflict = 409;

std::string_view field(PortalRequest const& request, std::string_view name) {
  for (auto const& [key, value] : request.form) {
    if (key == name) return value;
  }
  return {};
}

bool has_field(PortalRequest const& request, std::string_view name) {
  return std::any_of(request.form.begin(), request.form.end(),
                     [&](auto const& pair) { return pair.first == name; });
}

PortalResponse shown(int status, view::Screen screen) {
  return {status, std::move(screen), std::nullopt};
}

// One journey of one kind for one brand.
class Journey {
 public:
  Journey(PortalRequest const& request, PolicyBook const& book, Brand const& brand,
          FeedbackKind kind)
      : request_(request),
        book_(book),
        brand_(brand),
        kind_(kind),
        draft_(read_draft(field(request, "draft"))) {
    draft_.answers.set(Field::brand, brand.id);
    draft_.answers.set(Field::kind, name_in(kFeedbackKinds, kind));
    if (draft_.id.empty() && request.method == Method::post) draft_.id = request.entropy;
  }

  PortalResponse at(Step step) {
    take_answers(step);
    std::string_view const go = request_.method == Method::get ? "" : field(request_, "go");
    if (go.empty()) return show(step);
    if (go == "back") return back_from(step);
    if (go.starts_with("change-")) return change(go.substr(7));
    if (step == Step::check) return send(go);
    return on_from(step);
  }

 private:
  screens::StepContext context() const { return {book_, brand_, kind_, draft_, problems_}; }

  PortalResponse show(Step step) {
    int const status = problems_.empty() ? kOk : kProblems;
    if (step == Step::check && draft_.answers[Field::what_happened].empty() && problems_.empty()) {
      step = steps_of(kind_).front();
    }
    if (step == Step::check) return shown(status, screens::check(context(), request_.now));
    return shown(status, screens::step(context(), step));
  }

  void take_answers(Step step) {
    for (Field const name : fields_of(step)) {
      std::string_view const key = rule_of(name).name;
      if (has_field(request_, key)) draft_.answers.set(name, field(request_, key));
    }
  }

  // The problems of the fields that this screen takes; those of later screens wait for theirs.
  std::vector<Problem> problems_at(Step step) const {
    std::vector<Problem> here;
    auto const fields = fields_of(step);
    for (auto& problem : check_submission(draft_.answers, book_)) {
      FieldRule const* const rule = field_named(std::string_view{problem.pointer}.substr(1));
      bool const ours =
          rule != nullptr && std::find(fields.begin(), fields.end(), rule->field) != fields.end();
      if (ours) here.push_back(std::move(problem));
    }
    return here;
  }

  PortalResponse on_from(Step step) {
    problems_ = problems_at(step);
    if (!problems_.empty()) return show(step);
    bool const changing = draft_.then == Draft::Then::check_screen;
    draft_.then = Draft::Then::next_screen;
    return show(changing ? Step::check : step_after(kind_, step).value_or(Step::check));
  }

  PortalResponse back_from(Step step) {
    bool const changing = draft_.then == Draft::Then::check_screen;
    draft_.then = Draft::Then::next_screen;
    return show(changing ? Step::check : step_before(kind_, step).value_or(step));
  }

  PortalResponse change(std::string_view step_name) {
    auto const step = value_in(kSteps, step_name);
    auto const steps = steps_of(kind_);
    if (!step || std::find(steps.begin(), steps.end(), *step) == steps.end())
      return show(Step::check);
    draft_.then = Draft::Then::check_screen;
    return show(*step);
  }

  PortalResponse send(std::string_view go) {
    problems_ = check_submission(draft_.answers, book_);
    if (!problems_.empty()) return show_first_with_problems();
    if (go == "send-as-new") draft_.id = request_.entropy;
    if (request_.answer) return after_sending(*request_.answer);
    auto response = show(Step::check);
    response.effect =
        Effect{Method::post, "/api/complaints", draft_.id, "", canonical_json(draft_.answers)};
    return response;
  }

  // An answer that must be put right is shown where it is asked.
  PortalResponse show_first_with_problems() {
    FieldRule const* const rule =
        field_named(std::string_view{problems_.front().pointer}.substr(1));
    auto const step = rule == nullptr ? std::nullopt : step_with(kind_, rule->field);
    if (!step) return show(Step::check);
    problems_ = problems_at(*step);
    draft_.then = Draft::Then::check_screen;
    return show(*step);
  }

  PortalResponse failed(int status, ProblemCode code) {
    problems_ = {make_problem(code, "")};
    return shown(status, screens::check(context(), request_.now));
  }

  PortalResponse after_sending(EffectAnswer const& answer) {
    if (answer.status == kConflict) return failed(kProblems, ProblemCode::sent_before_and_changed);
    if (answer.status == 0) return failed(kEffectFailed, ProblemCode::not_sent_unreachable);
    auto const body = json::parse(answer.body, json::kDocumentLimits);
    if (answer.status >= 300 || !body.ok())
      return failed(kEffectFailed, ProblemCode::not_sent_not_kept);
    auto const received_at = parse_instant(body.value().string_at("received_at"));
    if (!received_at) return failed(kEffectFailed, ProblemCode::not_sent_not_kept);
    screens::Sent const sent{std::string{body.value().string_at("reference")},
                             std::string{body.value().string_at("tracking_key")},
                             std::string{body.value().string_at("receipt")}, *received_at};
    return shown(kOk, screens::sent(context(), sent));
  }

  PortalRequest const& request_;
  PolicyBook const& book_;
  Brand const& brand_;
  FeedbackKind kind_;
  Draft draft_;
  std::vector<Problem> problems_;
};

// Tracking by reference and key.
class Tracking {
 public:
  Tracking(PortalRequest const& request, PolicyBook const& book, Brand const& brand)
      : request_(request),
        book_(book),
        brand_(brand),
        answers_{tidy_text(field(request, "reference"), Lines::one),
                 tidy_text(field(request, "tracking_key"), Lines::one)} {}

  PortalResponse answer() {
    if (request_.method == Method::get) return form(kOk);
    auto const reference = normalise_reference(answers_.reference);
    auto const key = normalise_tracking_key(answers_.tracking_key);
    check(answers_.reference, reference.has_value(), ProblemCode::reference_missing,
          ProblemCode::reference_mistyped, "/reference");
    check(answers_.tracking_key, key.has_value(), ProblemCode::tracking_key_missing,
          ProblemCode::tracking_key_mistyped, "/tracking_key");
    if (!problems_.empty()) return form(kProblems);
    if (request_.answer) return after_asking(*request_.answer);
    auto response = form(kOk);
    response.effect = Effect{Method::get, "/api/complaints/" + *reference, "", *key, ""};
    return response;
  }

 private:
  PortalResponse form(int status) {
    return shown(status, screens::track(book_, brand_, answers_, problems_));
  }

  void check(std::string const& typed, bool good, ProblemCode missing, ProblemCode mistyped,
             std::string pointer) {
    if (good) return;
    problems_.push_back(make_problem(typed.empty() ? missing : mistyped, std::move(pointer)));
  }

  PortalResponse failed(int status, ProblemCode code) {
    problems_.push_back(make_problem(code, ""));
    return form(status);
  }

  PortalResponse after_asking(EffectAnswer const& answer) {
    if (answer.status == kNotFound) return failed(kProblems, ProblemCode::tracking_not_found);
    auto const body = json::parse(answer.body, json::kDocumentLimits);
    if (answer.status != kOk || !body.ok())
      return failed(kEffectFailed, ProblemCode::tracking_unreachable);
    json::Value const* const record_json = body.value().find("record");
    json::Value const* const submission_json = body.value().find("submission");
    if (record_json == nullptr || submission_json == nullptr)
      return failed(kEffectFailed, ProblemCode::tracking_unreachable);
    auto record = read_record(*record_json);
    auto submission = read_submission(*submission_json);
    if (!record.ok() || !submission.ok())
      return failed(kEffectFailed, ProblemCode::tracking_unreachable);
    screens::Tracked const tracked{std::string{body.value().string_at("reference")},
                                   std::move(record).value(), std::move(submission).value()};
    Brand const* const brand = book_.brand(tracked.record.brand);
    return shown(
        kOk, screens::tracked(book_, brand == nullptr ? brand_ : *brand, tracked, request_.now));
  }

  PortalRequest const& request_;
  PolicyBook const& book_;
  Brand const& brand_;
  screens::TrackAnswers answers_;
  std::vector<Problem> problems_;
};

// `/a/b/c` as its parts, without empty ones.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    std::size_t const slash = path.find('/');
    if (slash != 0) parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return parts;
}

}  // namespace

PortalResponse answer_request(PortalRequest const& request, PolicyBook const& book) {
  auto const parts = parts_of(request.path);
  if (parts.empty()) return shown(kOk, screens::choose_brand(book));
  Brand const* const brand = book.brand(parts[0]);
  if (brand != nullptr && parts.size() == 1) {
    return shown(kOk, screens::brand_home(book, *brand, london_date(request.now)));
  }
  if (brand != nullptr && parts.size() == 2 && parts[1] == "track")
    return Tracking{request, book, *brand}.answer();
  if (brand != nullptr && parts.size() == 3) {
    auto const kind = value_in(kFeedbackKinds, parts[1]);
    // A receipt is shown once; whoever comes back to its address can track what was sent.
    if (kind && parts[2] == "sent") return Tracking{request, book, *brand}.answer();
    auto const step = value_in(kSteps, parts[2]);
    auto const steps = kind ? steps_of(*kind) : std::span<Step const>{};
    if (kind && step && std::find(steps.begin(), steps.end(), *step) != steps.end()) {
      return Journey{request, book, *brand, *kind}.at(*step);
    }
  }
  return shown(kNotFound, screens::not_found(book, request.path));
}

std::vector<std::string> static_paths(PolicyBook const& book) {
  std::vector<std::string> paths{"/"};
  for (auto const& brand : book.brands) {
    paths.push_back("/" + brand.id + "/");
    paths.push_back("/" + brand.id + "/track");
    for (auto const& kind : kFeedbackKinds) {
      for (Step const step : steps_of(kind.value)) {
        if (step != Step::check) paths.push_back(step_path(brand.id, kind.value, step));
      }
    }
  }
  return paths;
}

}  // namespace putright
