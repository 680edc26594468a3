#include "portal/workbench/host.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::workbench {
namespace {

using canvas::Item;
using canvas::ItemKind;
using canvas::KeyMove;
using canvas::PointerShape;
using canvas::PointerSource;

// An answer of the stub comes as one text in an event; LONGEST_ANSWER_BYTES in
// web/src/workbench_calls.ts is half of it, because each quotation mark becomes two bytes.
constexpr json::Limits kEventLimits{.bytes = 4U << 20U, .depth = 4};
// Longer words than anybody's label are shortened for assistive technology.
constexpr std::size_t kLongestLabelBytes = 400;

constexpr std::array<Named<PointerSource>, 3> kSources{{
    {PointerSource::mouse, "mouse"},
    {PointerSource::touch, "touch"},
    {PointerSource::pen, "pen"},
}};
constexpr std::array<Named<ItemKind>, 10> kKinds{{
    {ItemKind::text, "text"},
    {ItemKind::heading, "heading"},
    {ItemKind::button, "button"},
    {ItemKind::link, "link"},
    {ItemKind::choice, "choice"},
    {ItemKind::tab, "tab"},
    {ItemKind::tick, "tick"},
    {ItemKind::opener, "opener"},
    {ItemKind::field, "field"},
    {ItemKind::slider, "slider"},
}};
constexpr std::array<Named<Wish>, 4> kWishes{{
    {Wish::nothing, ""},
    {Wish::open_scenario, "open_scenario"},
    {Wish::paste_scenario, "paste_scenario"},
    {Wish::open_editions, "open_editions"},
}};
constexpr std::array<Named<PointerShape>, 4> kShapes{{
    {PointerShape::arrow, "default"},
    {PointerShape::hand, "pointer"},
    {PointerShape::text, "text"},
    {PointerShape::move_sideways, "ew-resize"},
}};

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// `-12.375`, as a browser writes places on a page. One with an exponent is too small or too large
// to be a place: it reads as what stands before it. The library's own reading is 4 KB of download.
float decimal(std::string_view digits) {
  bool const is_negative = digits.starts_with('-');
  float number = 0;
  float unit = 1;
  bool is_fraction = false;
  for (char const letter : digits.substr(is_negative ? 1 : 0)) {
    if (letter == '.') {
      is_fraction = true;
      continue;
    }
    if (!is_digit(letter)) break;
    number = number * 10 + static_cast<float>(letter - '0');
    if (is_fraction) unit *= 10;
  }
  return (is_negative ? -number : number) / unit;
}

float number_at(json::Value const& event, std::string_view name) {
  json::Value const* const value = event.find(name);
  if (value == nullptr) return 0;
  if (value->kind == json::Kind::integer) return static_cast<float>(value->integer);
  return value->kind == json::Kind::real ? decimal(value->string) : 0.0F;
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
  } else if (type == "set") {
    json::Value const* const item = event.find("item");
    if (item != nullptr)
      stage.set(static_cast<std::uint32_t>(item->integer), whole_at(event, "value"));
  } else if (type == "textures_lost") {
    stage.forget_textures();
  } else {
    return Heard::not_understood;
  }
  return Heard::yes;
}

// A file that the page opened.
Heard tell_file(Workbench& workbench, json::Value const& event) {
  std::string_view const what = event.string_at("what");
  if (what == "scenario") {
    workbench.open_scenario(event.string_at("text"));
  } else if (what == "editions") {
    workbench.open_editions(event.string_at("text"));
  } else if (what == "examples") {
    workbench.open_examples(event.string_at("text"));
  } else {
    return Heard::not_understood;
  }
  return Heard::yes;
}

// What the customer pressed on their real page.
Heard tell_page(Workbench& workbench, json::Value const& event) {
  bool const is_sent = event.string_at("action") == "send";
  canvas::Press press{is_sent ? canvas::Press::Kind::send : canvas::Press::Kind::follow,
                      std::string(event.string_at("target")),
                      {}};
  if (json::Value const* const form = event.find("form")) {
    for (json::Value const& field : form->items) {
      if (field.items.size() == 2)
        press.form.emplace_back(field.items[0].string, field.items[1].string);
    }
  }
  workbench.take_press(press);
  return Heard::yes;
}

Heard tell_answer(Workbench& workbench, json::Value const& event) {
  json::Value const* const number = event.find("call");
  workbench.take_answer({number == nullptr ? 0 : number->integer, whole_at(event, "status"),
                         std::string(event.string_at("body"))});
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

void write_box(json::Writer& out, float left, float top, float right, float bottom) {
  out.member("box").begin_array();
  for (float const edge : {left, top, right, bottom})
    out.integer(rounded(edge));
  out.end_array();
}

void write_slot(json::Writer& out, Workbench const& workbench) {
  out.member("slot").begin_object();
  if (auto const& slot = workbench.slot()) {
    canvas::Area const& place = slot->place;
    write_box(out, place.from.x, place.from.y, place.to.x, place.to.y);
    out.member("width", rounded(slot->page_width));
    out.member("text", rounded(slot->text_scale * 100));
    out.member("revision", workbench.page_revision());
  }
  out.end_object();
}

// What the item with this number is called, or an empty text.
std::string_view name_of(canvas::Stage const& stage, std::uint32_t id) {
  for (Item const& item : stage.items().items())
    if (item.id == id && id != 0) return shortened(item.label);
  return {};
}

void write_item(json::Writer& out, Item const& item) {
  out.begin_object()
      .member("id", static_cast<std::int64_t>(item.id))
      .member("kind", name_in(kKinds, item.kind))
      .member("label", shortened(item.label));
  write_box(out, item.left, item.top, item.right, item.bottom);
  out.member("chosen").boolean(item.chosen).member("visible").boolean(item.visible);
  if (!item.group.empty()) out.member("group", item.group);
  if (!item.value.empty()) out.member("value", shortened(item.value));
  if (item.kind == ItemKind::slider) {
    out.member("range").begin_object().member("from", std::int64_t{item.range.from});
    out.member("to", std::int64_t{item.range.to}).member("at", std::int64_t{item.range.at});
    out.end_object();
  }
  out.end_object();
}

// Without a token and a body where the call has none.
void write_call(json::Writer& out, Call const& call) {
  out.member("call").begin_object().member("number", call.number);
  out.member("method", call.method == Method::post ? "POST" : "GET").member("path", call.path);
  out.member("token", call.token).member("reason", call.reason);
  out.member("press", call.press).member("body", call.body).end_object();
}

}  // namespace

Heard tell(Workbench& workbench, std::string_view event_json) {
  auto const event = json::parse(event_json, kEventLimits);
  if (!event.ok()) return Heard::not_understood;
  std::string_view const type = event.value().string_at("type");
  if (type == "say") {
    workbench.bench().message = event.value().string_at("text");
    workbench.stage().wake();
    return Heard::yes;
  }
  if (type == "today") {
    workbench.bench().real_today =
        parse_date(event.value().string_at("on")).value_or(workbench.bench().real_today);
    return Heard::yes;
  }
  if (type == "answer") return tell_answer(workbench, event.value());
  if (type == "forget") {
    workbench.forget_colleague();
    return Heard::yes;
  }
  if (type == "file") return tell_file(workbench, event.value());
  if (type == "page") return tell_page(workbench, event.value());
  return tell_stage(workbench.stage(), event.value());
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
      .member("height", rounded(typing.height))
      .member("field", name_of(stage, stage.active_item()));
  out.end_object();
  out.member("copied", stage.take_copied()).member("spoken", workbench.spoken());
  out.member("frames", static_cast<std::int64_t>(stage.frames()));
  out.member("focus", static_cast<std::int64_t>(stage.focused_item()));
  out.member("items").begin_array();
  for (Item const& item : stage.items().items()) {
    write_item(out, item);
  }
  out.end_array();
  write_slot(out, workbench);
  if (auto const call = workbench.take_call()) write_call(out, *call);
  SavedFile const saved = std::exchange(workbench.bench().saved, {});
  out.member("wish", name_in(kWishes, std::exchange(workbench.bench().wish, Wish::nothing)));
  out.member("saved").begin_object().member("name", saved.name).member("type", saved.type);
  return out.member("text", saved.text).end_object().end_object().take();
}

}  // namespace putright::workbench
