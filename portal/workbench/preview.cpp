#include "portal/workbench/preview.hpp"

#include <algorithm>
#include <array>

#include "portal/screens/screens.hpp"
#include "portal/workbench/made_up.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/record_json.hpp"

namespace putright::workbench {
namespace {

// The first form of a screen and the press that goes on from it.
struct WayOn {
  view::Form const* form = nullptr;
  view::Action const* action = nullptr;
};

WayOn way_on(std::vector<view::Node> const& nodes) {
  WayOn found;
  for (view::Node const& node : nodes) {
    auto const* const form = std::get_if<view::Form>(&node.is);
    if (form == nullptr || found.form != nullptr) continue;
    found.form = form;
    for (view::Node const& inner : form->body) {
      auto const* const action = std::get_if<view::Action>(&inner.is);
      if (action != nullptr && found.action == nullptr) found.action = action;
    }
  }
  return found;
}

// The request of pressing Continue on a screen with nothing answered.
std::optional<PortalRequest> empty_press(view::Screen const& screen) {
  WayOn const way = way_on(screen.body);
  if (way.form == nullptr || way.action == nullptr) return std::nullopt;
  PortalRequest request;
  request.method = Method::post;
  request.path = way.form->path;
  canvas::Answers nothing;
  for (auto const& field : canvas::fields_of(*way.form, nothing)) {
    bool const is_carried = std::find(way.form->carried.begin(), way.form->carried.end(), field) !=
                            way.form->carried.end();
    if (is_carried) request.form.push_back(field);
  }
  request.form.emplace_back("go", way.action->go);
  return request;
}

view::Screen journey_screen(Preview const& preview, Scenario const& scenario,
                            PolicyBook const& book, Brand const& brand) {
  auto const steps = steps_of(scenario.kind);
  Step const step = steps[std::min(preview.step, steps.size() - 1)];
  bool const is_blank = preview.problems == ProblemView::shown;
  Draft draft = is_blank ? Draft{} : made_up_draft(scenario);
  std::vector<Problem> const none;
  screens::StepContext const context{book, brand, scenario.kind, draft, none};
  return step == Step::check ? screens::check(context, as_of(scenario))
                             : screens::step(context, step);
}

view::Screen base_screen(Preview const& preview, Scenario const& scenario, PolicyBook const& book,
                         Brand const& brand) {
  switch (preview.page) {
    case Page::home:
      return screens::brand_home(book, brand, scenario.today);
    case Page::journey:
      return journey_screen(preview, scenario, book, brand);
    case Page::track:
      return preview.problems == ProblemView::shown ? screens::track(book, brand, {}, {})
                                                    : tracked_screen(scenario, book, brand);
  }
  return screens::not_found(book, "/");
}

// What a customer sends later, as the event that it would become.
std::optional<EventType> act_of(std::string_view path) {
  if (path.ends_with("/stage-2-request")) return EventType::stage_2_requested;
  if (path.ends_with("/answers")) return EventType::question_answered;
  if (path.ends_with("/withdrawal")) return EventType::withdrawn;
  return std::nullopt;
}

// The scenario's own complaint as the stub would show it, after this act.
EffectAnswer made_up_complaint(Scenario const& scenario, Brand const& brand,
                               std::optional<EventType> act) {
  constexpr int kOk = 200;
  ComplaintRecord record = record_of(scenario);
  if (act) record.events.push_back({*act, event_time(as_of(scenario))});
  json::Writer writer;
  writer.begin_object().member("reference", made_up_reference(brand));
  writer.member("submission").raw(canonical_json(made_up_draft(scenario).answers));
  writer.member("record").raw(record_json(record)).end_object();
  return {kOk, writer.take()};
}

// Nothing leaves the workbench. Sending is answered as if it had arrived, with what is plainly no
// receipt; any reference and key lead to the scenario's own complaint.
EffectAnswer made_up_answer(Effect const& effect, Scenario const& scenario,
                            PolicyBook const& book) {
  constexpr int kCreated = 201;
  Brand const* const brand = book.brand(scenario.brand);
  if (brand == nullptr) return {};
  bool const is_new = effect.path == "/api/complaints";
  if (!is_new && effect.path.starts_with("/api/complaints/"))
    return made_up_complaint(scenario, *brand, act_of(effect.path));
  if (!is_new) return {};
  json::Writer writer;
  writer.begin_object().member("reference", made_up_reference(*brand));
  writer.member("tracking_key", "MADE-UP").member("receipt", "MADE UP: NOT A RECEIPT");
  writer.member("received_at", format_instant(as_of(scenario))).end_object();
  return {kCreated, writer.take()};
}

view::Screen asked(PortalRequest request, Scenario const& scenario, PolicyBook const& book) {
  request.now = as_of(scenario);
  request.entropy = kMadeUpEntropy;
  PortalResponse response = answer_request(request, book);
  if (response.effect) {
    request.answer = made_up_answer(*response.effect, scenario, book);
    response = answer_request(request, book);
  }
  return std::move(response.screen);
}

bool same_request(std::optional<PortalRequest> const& one,
                  std::optional<PortalRequest> const& other) {
  if (one.has_value() != other.has_value()) return false;
  if (!one) return true;
  return one->method == other->method && one->path == other->path && one->form == other->form;
}

}  // namespace

bool Preview::operator==(Preview const& other) const {
  return page == other.page && step == other.step && problems == other.problems &&
         same_request(pressed, other.pressed);
}

view::Screen screen_of(Preview const& preview, Scenario const& scenario, PolicyBook const& book) {
  if (preview.pressed) return asked(*preview.pressed, scenario, book);
  Brand const* const brand = book.brand(scenario.brand);
  if (brand == nullptr) return screens::choose_brand(book);
  view::Screen screen = base_screen(preview, scenario, book, *brand);
  if (preview.problems == ProblemView::hidden) return screen;
  auto const press = empty_press(screen);
  if (!press) return screen;
  // A screen whose every answer is optional has no problems to show: it stays as it is.
  view::Screen answered = asked(*press, scenario, book);
  return answered.problems.empty() ? screen : answered;
}

void follow_press(Preview& preview, canvas::Press const& press, Scenario const& /*scenario*/,
                  PolicyBook const& /*book*/) {
  bool const is_inside = !press.target.empty() && press.target.front() == '/';
  if (press.kind == canvas::Press::Kind::follow && is_inside) {
    PortalRequest request;
    request.path = press.target;
    preview.pressed = std::move(request);
  } else if (press.kind == canvas::Press::Kind::send) {
    PortalRequest request;
    request.method = Method::post;
    request.path = press.target;
    request.form = press.form;
    preview.pressed = std::move(request);
  }
}

std::size_t step_count(Scenario const& scenario) {
  return steps_of(scenario.kind).size();
}

std::string step_words(Preview const& preview, Scenario const& scenario) {
  return "Screen " + std::to_string(preview.step + 1) + " of " +
         std::to_string(step_count(scenario));
}

}  // namespace putright::workbench
