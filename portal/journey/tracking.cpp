// Tracking by reference and key, and what a customer sends later: a stage 2 request, an answer, a
// withdrawal. Reference and key travel in the form, so nothing is asked twice.
#include "portal/journey/answering.hpp"
#include "portal/screens/screens.hpp"
#include "shared/submission/reference.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::answering {
namespace {

// What both the tracking form and the later forms do: know the customer, ask the stub, show what it
// has.
class Tracking {
 public:
  Tracking(PortalRequest const& request, PolicyBook const& book, Brand const& brand)
      : request_(request),
        book_(book),
        brand_(brand),
        answers_{tidy_text(field(request, "reference"), Lines::one),
                 tidy_text(field(request, "tracking_key"), Lines::one)},
        reference_(normalise_reference(answers_.reference)),
        key_(normalise_tracking_key(answers_.tracking_key)) {}

  PortalResponse answer() {
    if (request_.method == Method::get) return form(kOk);
    if (!is_known()) return form(kProblems);
    if (request_.answer) return after_asking(*request_.answer);
    auto response = form(kOk);
    response.effect = ask();
    return response;
  }

 protected:
  PortalResponse form(int status) {
    return shown(status, screens::track(book_, brand_, answers_, problems_));
  }

  // Whether reference and key can be those of a receipt; says what is wrong with them.
  bool is_known() {
    check(answers_.reference, reference_.has_value(), ProblemCode::reference_missing,
          ProblemCode::reference_mistyped, "/reference");
    check(answers_.tracking_key, key_.has_value(), ProblemCode::tracking_key_missing,
          ProblemCode::tracking_key_mistyped, "/tracking_key");
    return problems_.empty();
  }

  Effect ask() const { return {Method::get, "/api/complaints/" + *reference_, "", *key_, ""}; }

  PortalResponse after_asking(EffectAnswer const& answer,
                              std::optional<LaterForm> done = std::nullopt) {
    if (answer.status == kNotFound) return failed(kProblems, ProblemCode::tracking_not_found);
    if (answer.status == kPaused) return failed(kProblems, ProblemCode::tracking_paused);
    if (answer.status == kErased) return failed(kProblems, ProblemCode::tracking_erased);
    auto tracked = read_tracked(answer);
    if (!tracked) return failed(kEffectFailed, ProblemCode::tracking_unreachable);
    tracked->done = done;
    tracked->tracking_key = *key_;
    Brand const* const brand = book_.brand(tracked->record.brand);
    return shown(
        kOk, screens::tracked(book_, brand == nullptr ? brand_ : *brand, *tracked, request_.now));
  }

  PortalRequest const& request_;
  PolicyBook const& book_;
  Brand const& brand_;
  screens::TrackAnswers answers_;
  std::optional<std::string> reference_;
  std::optional<std::string> key_;
  std::vector<Problem> problems_;

 private:
  void check(std::string const& typed, bool good, ProblemCode missing, ProblemCode mistyped,
             std::string pointer) {
    if (good) return;
    problems_.push_back(make_problem(typed.empty() ? missing : mistyped, std::move(pointer)));
  }

  PortalResponse failed(int status, ProblemCode code) {
    problems_.push_back(make_problem(code, ""));
    return form(status);
  }

  static std::optional<screens::Tracked> read_tracked(EffectAnswer const& answer) {
    auto const body = json::parse(answer.body, json::kDocumentLimits);
    if (answer.status != kOk || !body.ok()) return std::nullopt;
    json::Value const* const record_json = body.value().find("record");
    json::Value const* const submission_json = body.value().find("submission");
    if (record_json == nullptr || submission_json == nullptr) return std::nullopt;
    auto record = read_record(*record_json);
    auto submission = read_submission(*submission_json);
    if (!record.ok() || !submission.ok()) return std::nullopt;
    screens::Tracked tracked{.reference = std::string{body.value().string_at("reference")},
                             .record = std::move(record).value(),
                             .submission = std::move(submission).value()};
    read_viewings(body.value(), tracked);
    return tracked;
  }

  static void read_viewings(json::Value const& body, screens::Tracked& tracked) {
    json::Value const* const viewings = body.find("viewings");
    if (viewings == nullptr) return;
    for (auto const& viewing : viewings->items) {
      auto const at = parse_instant(viewing.string_at("at"));
      if (at) tracked.viewings.push_back({*at, std::string{viewing.string_at("reason")}});
    }
  }
};

// One press on a form of later.
class Later : Tracking {
 public:
  Later(PortalRequest const& request, PolicyBook const& book, Brand const& brand, LaterForm form)
      : Tracking(request, book, brand), kind_(form) {
    for (auto const& rule : rules_of(form))
      texts_.emplace_back(rule.name, tidy_text(field(request, rule.name), Lines::many));
  }

  PortalResponse answer() {
    std::string_view const go = field(request_, "go");
    if (request_.method == Method::get) return form(kOk);
    if (!is_known()) return form(kProblems);
    if (go == "back") return back();
    if (go != "send") return screen(kOk);
    std::string const body = json_body();
    auto const given = read_later_form(kind_, body);
    if (!given.ok()) {
      problems_ = given.error();
      return screen(kProblems);
    }
    if (request_.answer) return after_sending(*request_.answer);
    auto response = screen(kOk);
    response.effect =
        Effect{Method::post,
               "/api/complaints/" + *reference_ + "/" + std::string{name_in(kLaterForms, kind_)},
               press(), *key_, body};
    return response;
  }

 private:
  PortalResponse back() {
    if (request_.answer) return after_asking(*request_.answer);
    auto response = screen(kOk);
    response.effect = ask();
    return response;
  }

  // Made on the press that opened the form, so that sending it twice is sending it once.
  std::string press() const {
    std::string_view const carried = field(request_, "press");
    return std::string{carried.empty() ? std::string_view{request_.entropy} : carried};
  }

  PortalResponse screen(int status) {
    screens::LaterAnswers const later{answers_, press(),
                                      tidy_text(field(request_, "question"), Lines::many), texts_};
    return shown(status, screens::later_form(brand_, kind_, later, problems_));
  }

  std::string json_body() const {
    json::Writer writer;
    writer.begin_object();
    for (auto const& [name, text] : texts_) {
      if (!text.empty()) writer.member(name, text);
    }
    return writer.end_object().take();
  }

  PortalResponse after_sending(EffectAnswer const& answer) {
    if (answer.status == kOk) return after_asking(answer, kind_);
    bool const is_of_tracking =
        answer.status == kNotFound || answer.status == kPaused || answer.status == kErased;
    if (is_of_tracking) return after_asking(answer);
    problems_ = problems_in(answer);
    // They are about the complaint, not about a field of this form.
    for (auto& problem : problems_)
      problem.pointer.clear();
    bool const ours_to_mend = answer.status >= 400 && answer.status < 500;
    return screen(ours_to_mend ? kProblems : kEffectFailed);
  }

  LaterForm kind_;
  std::vector<std::pair<std::string_view, std::string>> texts_;
};

}  // namespace

PortalResponse answer_tracking(PortalRequest const& request, PolicyBook const& book,
                               Brand const& brand) {
  return Tracking{request, book, brand}.answer();
}

PortalResponse answer_later_form(PortalRequest const& request, PolicyBook const& book,
                                 Brand const& brand, LaterForm form) {
  return Later{request, book, brand, form}.answer();
}

}  // namespace putright::answering
