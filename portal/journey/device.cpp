#include "portal/journey/device.hpp"

namespace putright {
namespace {

FeedbackKind kind_at(json::Value const& value) {
  return value_in(kFeedbackKinds, value.string_at("kind")).value_or(FeedbackKind::complaint);
}

std::string text_at(json::Value const& value, std::string_view name) {
  return std::string{value.string_at(name)};
}

}  // namespace

Device read_device(json::Value const& value) {
  Device device;
  json::Value const* const keeps = value.find("keeps");
  if (keeps != nullptr && keeps->boolean) device.storage = Device::Storage::works;
  static json::Value const nothing;
  auto const list = [&](std::string_view name) -> std::vector<json::Value> const& {
    json::Value const* const found = value.find(name);
    return found == nullptr ? nothing.items : found->items;
  };
  for (auto const& item : list("drafts")) {
    auto const saved_at = parse_instant(item.string_at("saved_at"));
    if (!saved_at) continue;
    device.drafts.push_back({text_at(item, "brand"), kind_at(item), text_at(item, "path"),
                             text_at(item, "draft"), *saved_at});
  }
  for (auto const& item : list("outbox")) {
    auto const queued_at = parse_instant(item.string_at("queued_at"));
    auto const state = value_in(kOutboxStates, item.string_at("state"));
    if (!queued_at || !state) continue;
    device.outbox.push_back({text_at(item, "id"), text_at(item, "brand"), kind_at(item), *state,
                             *queued_at, text_at(item, "reference")});
  }
  return device;
}

}  // namespace putright
