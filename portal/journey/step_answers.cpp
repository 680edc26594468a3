// The journeys: one press on one of their screens.
#include <algorithm>

#include "portal/journey/answering.hpp"
#include "portal/screens/screens.hpp"
#include "shared/wire/json.hpp"

namespace putright::answering {
namespace {

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
    if (go.empty() || go == "resume") return show(step);
    if (go == "back") return back_from(step);
    if (go.starts_with("change-")) return change(go.substr(7));
    if (step == Step::check) return send(go);
    if (step == Step::files && go != "continue") return change_files(go);
    return on_from(step);
  }

 private:
  screens::StepContext context() const { return {book_, brand_, kind_, draft_, problems_}; }

  PortalResponse show(Step step) {
    int const status = problems_.empty() ? kOk : kProblems;
    bool const nothing_said = draft_.answers[Field::what_happened].empty() && problems_.empty();
    if (step == Step::check && nothing_said) step = steps_of(kind_).front();
    if (!is_asked(step, draft_)) step = Step::who_for;
    if (step == Step::check) return shown(status, screens::check(context(), request_.now));
    return shown(status, screens::step(context(), step));
  }

  void take_answers(Step step) {
    if (step == Step::who_for && has_field(request_, screens::kWhoForField)) {
      draft_.is_for =
          value_in(kDraftsFor, field(request_, screens::kWhoForField)).value_or(Draft::For::unsaid);
    }
    if (step == Step::files) return take_files();
    for (Field const name : fields_of(step)) {
      std::string_view const key = rule_of(name).name;
      if (has_field(request_, key)) draft_.answers.set(name, field(request_, key));
    }
  }

  // Files that were sent ahead, each as `<sha256> <name>`, and those that were refused, as
  // `<code> <name>`.
  void take_files() {
    std::string all = draft_.answers[Field::attachments];
    for (auto const& [name, value] : request_.form) {
      std::size_t const space = value.find(' ');
      if (name == "attachment" && attachments_in(value) && all.find(value) == std::string::npos) {
        all += (all.empty() ? "" : "\n") + value;
      } else if (name == "attachment_problem" && space != std::string::npos) {
        problems_.push_back(refused_file(std::string_view{value}.substr(0, space),
                                         std::string_view{value}.substr(space + 1)));
      }
    }
    draft_.answers.set(Field::attachments, all);
  }

  static Problem refused_file(std::string_view code, std::string_view file_name) {
    auto const known = problem_code_named(code).value_or(ProblemCode::attachment_not_stored);
    if (known == ProblemCode::attachments_too_many)
      return make_problem(known, "/attachments", std::to_string(kMaxAttachments));
    return make_problem(known, "/attachments", file_name);
  }

  // `add` keeps what was chosen and stays; `remove-2` takes the second file away.
  PortalResponse change_files(std::string_view go) {
    if (go.starts_with("remove-")) {
      std::string kept;
      std::size_t number = 0;
      for (auto const& file :
           attachments_in(draft_.answers[Field::attachments]).value_or(std::vector<Attachment>{})) {
        if (std::to_string(++number) == go.substr(7)) continue;
        kept.append(file.sha256).append(" ").append(file.name).append("\n");
      }
      draft_.answers.set(Field::attachments, kept);
    } else {
      add_problems_at(Step::files);
    }
    return show(Step::files);
  }

  void add_problems_at(Step step) {
    for (auto& problem : problems_at(step))
      problems_.push_back(std::move(problem));
  }

  // The problems of the fields that this screen takes; those of later screens wait for theirs.
  std::vector<Problem> problems_at(Step step) const {
    std::vector<Problem> here;
    // Without a name nothing of this screen would tell that it is for somebody else.
    if (step == Step::on_behalf && draft_.answers[Field::on_behalf_of_name].empty())
      here.push_back(make_problem(ProblemCode::answer_missing, "/on_behalf_of_name"));
    for (auto& problem : check_submission(submission_of(draft_), book_)) {
      if (step_of(problem) == step) here.push_back(std::move(problem));
    }
    return here;
  }

  PortalResponse on_from(Step step) {
    add_problems_at(step);
    if (!problems_.empty()) return show(step);
    bool const changing = draft_.then == Draft::Then::check_screen;
    draft_.then = Draft::Then::next_screen;
    // Whoever now says that it is for somebody else is asked about them.
    bool const new_question = step == Step::who_for && draft_.is_for == Draft::For::somebody_else &&
                              draft_.answers[Field::on_behalf_of_name].empty();
    if (changing && !new_question) return show(Step::check);
    if (changing) draft_.then = Draft::Then::check_screen;
    return show(step_after(kind_, step, draft_).value_or(Step::check));
  }

  PortalResponse back_from(Step step) {
    bool const changing = draft_.then == Draft::Then::check_screen;
    draft_.then = Draft::Then::next_screen;
    return show(changing ? Step::check : step_before(kind_, step, draft_).value_or(step));
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
    problems_ = check_submission(submission_of(draft_), book_);
    if (!problems_.empty()) return show_first_with_problems();
    if (go == "send-as-new") draft_.id = request_.entropy;
    if (request_.answer) return after_sending(*request_.answer);
    auto response = show(Step::check);
    response.effect = Effect{Method::post, "/api/complaints", draft_.id, "",
                             canonical_json(submission_of(draft_))};
    return response;
  }

  // The screen that asks for what a problem is about.
  std::optional<Step> step_of(Problem const& problem) const {
    if (problem.pointer.size() < 2) return std::nullopt;
    FieldRule const* const rule = field_named(std::string_view{problem.pointer}.substr(1));
    return rule == nullptr ? std::nullopt : step_with(kind_, rule->field);
  }

  // An answer that must be put right is shown where it is asked.
  PortalResponse show_first_with_problems() {
    auto const step = step_of(problems_.front());
    if (!step) {
      // No screen of this journey asks for it: said of the whole.
      for (auto& problem : problems_)
        problem.pointer.clear();
      return show(Step::check);
    }
    std::erase_if(problems_, [&](Problem const& problem) { return step_of(problem) != step; });
    draft_.then = Draft::Then::check_screen;
    return show(*step);
  }

  PortalResponse failed(int status, ProblemCode code) {
    problems_ = {make_problem(code, "")};
    return shown(status, screens::check(context(), request_.now));
  }

  PortalResponse after_sending(EffectAnswer const& answer) {
    if (answer.waits == EffectAnswer::Waits::yes)
      return shown(kOk, screens::waiting(context(), request_.now));
    if (answer.status == kConflict) return failed(kProblems, ProblemCode::sent_before_and_changed);
    if (answer.status == 0) return failed(kEffectFailed, ProblemCode::not_sent_unreachable);
    if (answer.status == kProblems) {
      problems_ = problems_in(answer);
      return show_first_with_problems();
    }
    auto const body = json::parse(answer.body, json::kDocumentLimits);
    if (answer.status >= 300 || !body.ok())
      return failed(kEffectFailed, ProblemCode::not_sent_not_kept);
    auto const received_at = parse_instant(body.value().string_at("received_at"));
    if (!received_at) return failed(kEffectFailed, ProblemCode::not_sent_not_kept);
    screens::Sent const sent{std::string{body.value().string_at("reference")},
                             std::string{body.value().string_at("tracking_key")},
                             std::string{body.value().string_at("receipt")}, *received_at,
                             request_.origin};
    return shown(kOk, screens::sent(context(), sent));
  }

  PortalRequest const& request_;
  PolicyBook const& book_;
  Brand const& brand_;
  FeedbackKind kind_;
  Draft draft_;
  std::vector<Problem> problems_;
};

}  // namespace

PortalResponse answer_step(PortalRequest const& request, PolicyBook const& book, Brand const& brand,
                           FeedbackKind kind, Step step) {
  return Journey{request, book, brand, kind}.at(step);
}

}  // namespace putright::answering
