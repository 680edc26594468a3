#include "portal/workbench/host.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::workbench {
namespace {

using canvas::Item;
using canvas::ItemKind;
using canvas::KeyMove;
using canvas::PointerShape;
using canvas::PointerSource;

constexpr json::Limits kEventLimits{.bytes = 1U << 20U, .depth = 4};
// Longer words than anybody's label are shortened for assistive technology.
constexpr std::size_t kLongestLabelBytes = 400;

constexpr std::array<Named<PointerSource>, 3> kSources{{
    {PointerSource::mouse, "mouse"},
    {PointerSource::touch, "touch"},
    {PointerSource::pen, "pen"},
}};
constexpr std::array<Named<ItemKind>, 7> kKinds{{
    {ItemKind::text, "text"},
    {ItemKind::heading, "heading"},
    {ItemKind::button, "button"},
    {ItemKind::link, "link"},
    {ItemKind::choice, "choice"},
    {ItemKind::tick, "tick"},
    {ItemKind::field, "field"},
}};
constexpr std::array<Named<PointerShape>, 4> kShapes{{
    {PointerShape::arrow, "default"},
    {PointerShape::hand, "pointer"},
    {PointerShape::text, "text"},
    {PointerShape::move_sideways, "ew-resize"},
}};

float number_at(json::Value const& event, std::string_view name) {
  json::Value const* const value = event.find(name);
  if (value == nullptr) return 0;
  if (value->kind == json::Kind::integer) return static_cast<float>(value->integer);
  return value->kind == json::Kind::real ? std::strtof(value->string.c_str(), nullptr) : 0.0F;
}

int whole_at(json::Value const& event, std::string_view name) {
  return static_cast<int>(number_at(event, name));
}

KeyMove move_of(json::Value const& event) {
  return event.string_at("action") == "down" ? KeyMove::down : KeyMove::up;
}

void tell_pointer(canvas::Stage& stage, json::Value const& event) {
  std::string_view const action = event.string_at("action");
  if (action == "leave") {
    stage.pointer_left();
    return;
  }
  auto const source = value_in(kSources, event.string_at("source")).value_or(PointerSource::mouse);
  stage.pointer_moved(number_at(event, "x"), number_at(event, "y"), source);
  if (action != "move") stage.pointer_button(whole_at(event, "button"), move_of(event));
}

Heard tell_stage(canvas::Stage& stage, json::Value const& event) {
  std::string_view const type = event.string_at("type");
  if (type == "size") {
    stage.resize(number_at(event, "width"), number_at(event, "height"), number_at(event, "ratio"));
  } else if (type == "pointer") {
    tell_pointer(stage, event);
  } else if (type == "wheel") {
    stage.wheel(number_at(event, "x"), number_at(event, "y"));
  } else if (type == "key") {
    stage.key(event.string_at("key"), move_of(event), whole_at(event, "modifiers"));
  } else if (type == "text") {
    stage.typed(event.string_at("text"));
  } else if (type == "focus") {
    json::Value const* const on = event.find("on");
    stage.focused(on != nullptr && on->boolean);
  } else if (type == "clipboard") {
    stage.set_clipboard(event.string_at("text"));
  } else if (type == "press") {
    json::Value const* const item = event.find("item");
    if (item != nullptr) stage.press(static_cast<std::uint32_t>(item->integer));
  } else if (type == "textures_lost") {
    stage.forget_textures();
  } else {
    return Heard::not_understood;
  }
  return Heard::yes;
}

std::int64_t rounded(float number) {
  return std::lround(number);
}

// At most `kLongestLabelBytes`, not cut inside a letter.
std::string_view shortened(std::string_view label) {
  if (label.size() <= kLongestLabelBytes) return label;
  std::size_t end = kLongestLabelBytes;
  while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U)
    --end;
  return label.substr(0, end);
}

void write_item(json::Writer& out, Item const& item) {
  out.begin_object()
      .member("id", static_cast<std::int64_t>(item.id))
      .member("kind", name_in(kKinds, item.kind))
      .member("label", shortened(item.label));
  out.member("box").begin_array();
  for (float const edge : {item.left, item.top, item.right, item.bottom}) {
    out.integer(rounded(edge));
  }
  out.end_array();
  out.member("chosen").boolean(item.chosen).member("visible").boolean(item.visible).end_object();
}

}  // namespace

Heard tell(Workbench& workbench, std::string_view event_json) {
  auto const event = json::parse(event_json, kEventLimits);
  return event.ok() ? tell_stage(workbench.stage(), event.value()) : Heard::not_understood;
}

std::string report(Workbench& workbench) {
  canvas::Stage& stage = workbench.stage();
  canvas::TypingPlace const& typing = stage.typing();
  json::Writer out;
  out.begin_object().member("pointer", name_in(kShapes, stage.pointer_shape()));
  out.member("typing").begin_object();
  out.member("wanted").boolean(typing.wanted);
  out.member("x", rounded(typing.x))
      .member("y", rounded(typing.y))
      .member("height", rounded(typing.height));
  out.end_object();
  out.member("copied", stage.take_copied()).member("spoken", workbench.spoken());
  out.member("frames", static_cast<std::int64_t>(stage.frames()));
  out.member("items").begin_array();
  for (Item const& item : stage.items().items()) {
    write_item(out, item);
  }
  return out.end_array().end_object().take();
}

}  // namespace putright::workbench
