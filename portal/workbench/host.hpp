// What the workbench and its host say to each other, as JSON: events one way, a report the other.
// The browser is one host; native tests are another.
#pragma once
#include <string>
#include <string_view>

#include "portal/workbench/workbench.hpp"

namespace putright::workbench {

enum class Heard { yes, not_understood };

/// Tells the canvas one thing that happened. `type` is one of:
/// `size` (width, height, ratio) · `pointer` (action move|down|up|leave, x, y, button, source
/// mouse|touch|pen) · `wheel` (x, y in notches) · `key` (key, action down|up, modifiers) · `text`
/// (text) · `focus` (on) · `clipboard` (text) · `press` (item) · `set` (item, value: a slider) ·
/// `textures_lost` · `file` (what scenario|editions|examples, text) · `say` (text: shown as a
/// message) · `today` (on: the real date) · `page` (action follow|send, target, form
/// [[name,value],...]: what the customer pressed on their page) · `answer` (call, status, body:
/// what a call of the staff API came to) · `forget` (the colleague who signed in).
Heard tell(Workbench& workbench, std::string_view event_json);

/// `{"pointer","typing":{"wanted","x","y","height","field"},"copied","spoken","frames","items":[{"id","kind",
/// "label","box":[left,top,right,bottom],"chosen","visible","group","value","range":{"from","to","at"}}],"wish","saved":{"name","type","text"},
/// "slot":{"box","width","text","revision"},"call":{"number","method","path","token","reason","press",
/// "body"}}`, in CSS pixels. Takes what was copied, wished for, saved and is to be called: each is
/// told once.
std::string report(Workbench& workbench);

}  // namespace putright::workbench
