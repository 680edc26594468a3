#include "portal/screens/device.hpp"

#include <algorithm>

#include "portal/journey/draft.hpp"
#include "portal/screens/parts.hpp"
#include "shared/calendar/london.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright::screens {
namespace {

using view::Action;
using view::Form;
using view::Node;
using view::Notice;

std::string outbox_path(std::string_view brand) {
  return "/" + std::string{brand} + "/outbox";
}

Form one_press(std::string path, std::vector<std::pair<std::string, std::string>> carried,
               words::Words label, std::string go, Action::Weight weight) {
  Form form{std::move(path), std::move(carried), {}};
  form.body.push_back({Action{std::string{label}, std::move(go), weight}});
  return form;
}

// Clears one draft, or all of a kind when `draft` is empty.
Form clears(std::string const& brand, FeedbackKind kind, std::string const& draft,
            words::Words label) {
  auto form = one_press("/device/clear",
                        {{"brand", brand}, {"kind", std::string{name_in(kFeedbackKinds, kind)}}},
                        label, "clear", Action::Weight::quiet);
  if (!draft.empty()) form.carried.emplace_back("draft", draft);
  return form;
}

// Two of them are told apart by what they are about and when they were left.
Node unfinished(KeptDraft const& draft, PolicyBook const& book) {
  Notice notice{for_kind(words::kUnfinishedTitles, draft.kind), Notice::Tone::neutral, {}};
  auto const time = std::chrono::floor<std::chrono::minutes>(london_time_of_day(draft.saved_at));
  notice.body.push_back(
      paragraph(fill(words::kUnfinishedAbout,
                     {{"date", say_date(london_date(draft.saved_at))}, {"time", say_time(time)}})));
  auto const* const matter = book.matter(read_draft(draft.draft).answers[Field::matter]);
  if (matter != nullptr)
    notice.body.push_back(paragraph(fill(words::kUnfinishedMatter, {{"matter", matter->label}})));
  notice.body.push_back({one_press(draft.path, {{"draft", draft.draft}}, words::kUnfinishedGoOn,
                                   "resume", Action::Weight::main)});
  notice.body.push_back({clears(draft.brand, draft.kind, draft.draft, words::kUnfinishedDelete)});
  return {std::move(notice)};
}

// The kind of the journey that a screen belongs to, when answers are typed on it.
std::optional<FeedbackKind> typed_kind(view::Screen const& screen) {
  for (auto const& node : screen.body) {
    auto const* const form = std::get_if<Form>(&node.is);
    bool const takes_answers =
        form != nullptr && !form->carried.empty() && form->carried.front().first == "draft";
    if (!takes_answers) continue;
    for (auto const& kind : kFeedbackKinds) {
      if (screen.id.starts_with(std::string{kind.name} + "-")) return kind.value;
    }
  }
  return std::nullopt;
}

void add_kept_note(view::Screen& screen) {
  auto const kind = typed_kind(screen);
  if (!kind) return;
  screen.body.push_back(heading(2, words::kDeviceTitle));
  // Small: it comes late, and the screen's own words stay the largest on a phone.
  for (auto const words : {words::kDeviceKeeps, words::kDeviceUntil, words::kDeviceShared})
    screen.body.push_back(
        {view::Paragraph{view::plain(std::string{words}), view::Paragraph::Role::note}});
  screen.body.push_back({clears(screen.brand, *kind, "", words::kDeviceClear)});
}

// Above everything; on the home screen after the ways to start, which belong to its heading.
void add_notice(view::Screen& screen, Node notice) {
  auto const signs = std::find_if(screen.body.begin(), screen.body.end(), [](Node const& node) {
    return std::holds_alternative<view::Signposts>(node.is);
  });
  screen.body.insert(signs == screen.body.end() ? screen.body.begin() : signs + 1,
                     std::move(notice));
}

void add_outbox_notice(view::Screen& screen, Device const& device) {
  if (device.outbox.empty() || screen.path == outbox_path(screen.brand)) return;
  bool const waits = std::any_of(device.outbox.begin(), device.outbox.end(),
                                 [](auto const& item) { return item.state != OutboxState::sent; });
  Notice notice{std::string{waits ? words::kOutboxNoticeWaiting : words::kOutboxNoticeSent},
                waits ? Notice::Tone::neutral : Notice::Tone::good,
                {}};
  notice.body.push_back(
      {view::Onward{std::string{words::kOutboxNoticeLink}, outbox_path(screen.brand)}});
  add_notice(screen, {std::move(notice)});
}

std::vector<Node> item_nodes(Brand const& brand, OutboxItem const& item) {
  using Tone = view::Status::Tone;
  std::vector<Node> nodes;
  auto const state = static_cast<std::size_t>(item.state);
  bool const sent = item.state == OutboxState::sent;
  std::string const title = sent ? item.reference : for_kind(words::kVerifyKinds, item.kind);
  nodes.push_back(heading(2, title));
  nodes.push_back({view::Status{std::string{words::kOutboxStates[state]},
                                sent ? Tone::good : Tone::attention}});
  if (!sent) {
    nodes.push_back(
        paragraph(fill(words::kOutboxSince, {{"date", say_date(london_date(item.queued_at))}})));
  }
  if (item.state != OutboxState::waiting) {
    nodes.push_back({one_press("/device/receipt", {{"id", item.id}},
                               sent ? words::kOutboxShow : words::kOutboxLook, "show",
                               Action::Weight::second)});
  }
  std::string const removal = sent ? "/device/remove" : outbox_path(brand.id);
  nodes.push_back(
      {one_press(removal, {{"id", item.id}}, sent ? words::kOutboxForget : words::kOutboxRemove,
                 "remove-" + item.id, Action::Weight::quiet)});
  return nodes;
}

}  // namespace

void add_device_notes(view::Screen& screen, Device const& device, PolicyBook const& book) {
  if (screen.brand.empty()) return;
  bool const keeps = device.storage == Device::Storage::works;
  if (keeps) add_kept_note(screen);
  if (screen.id == "home") {
    for (auto draft = device.drafts.rbegin(); draft != device.drafts.rend(); ++draft) {
      if (draft->brand == screen.brand) add_notice(screen, unfinished(*draft, book));
    }
  }
  add_outbox_notice(screen, device);
}

view::Screen outbox(Brand const& brand, Device const& device) {
  auto screen =
      brand_screen(brand, "outbox", outbox_path(brand.id), std::string{words::kOutboxTitle});
  screen.body.push_back(heading(1, screen.title));
  if (device.outbox.empty()) {
    screen.body.push_back(paragraph(words::kOutboxEmpty));
    return screen;
  }
  screen.body.push_back(paragraph(words::kOutboxLead));
  bool const waits = std::any_of(device.outbox.begin(), device.outbox.end(), [](auto const& item) {
    return item.state == OutboxState::waiting;
  });
  if (waits)
    screen.body.push_back(
        {one_press("/device/send", {}, words::kWaitingTry, "send", Action::Weight::main)});
  for (auto const& item : device.outbox) {
    append(screen.body, item_nodes(brand, item));
  }
  return screen;
}

view::Screen confirm_removal(Brand const& brand, std::string_view id) {
  auto screen = brand_screen(brand, "outbox-remove", outbox_path(brand.id),
                             std::string{words::kOutboxRemoveTitle});
  screen.body.push_back(heading(1, screen.title));
  screen.body.push_back(paragraph(words::kOutboxRemoveAbout));
  screen.body.push_back({one_press("/device/remove", {{"id", std::string{id}}},
                                   words::kOutboxRemove, "remove", Action::Weight::main)});
  screen.body.push_back({view::Onward{std::string{words::kOutboxKeep}, outbox_path(brand.id)}});
  return screen;
}

}  // namespace putright::screens
