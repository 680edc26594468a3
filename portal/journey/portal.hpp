// The portal as one pure function: a request and the policy book in, a screen and perhaps one
// effect out. The browser (through WebAssembly) and the stub both call it; neither decides anything
// itself.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portal/journey/device.hpp"
#include "portal/view/tree.hpp"
#include "shared/calendar/date.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright {

enum class Method { get, post };

/// What an effect came back with. `status` is an HTTP status, or 0 when nobody could be reached.
struct EffectAnswer {
  int status = 0;
  std::string body;
  /// Whether the device keeps what was to be sent and sends it when it can.
  enum class Waits { no, yes } waits = Waits::no;
};

/// One press or address. Everything a screen depends on is in here: the same request gives the same
/// bytes.
struct PortalRequest {
  Method method = Method::get;
  /// Absolute path without query, such as `/homes-plus/complaint/about`.
  std::string path;
  /// Fields as sent, in order.
  std::vector<std::pair<std::string, std::string>> form;
  Instant now;
  /// 32 lower-case hexadecimal digits of fresh randomness: becomes the draft's id when it has none
  /// yet.
  std::string entropy;
  std::optional<EffectAnswer> answer;
  /// Where this website is, such as `https://example.org`: goes into addresses that leave the page.
  /// Empty: such addresses are left out.
  std::string origin{};
  /// What the page knows of its device; absent from the stub.
  std::optional<Device> device{};
};

/// An API call that the screen waits for. Whoever runs the portal makes it, then asks again with
/// the answer.
struct Effect {
  Method method = Method::post;
  std::string path;
  /// Becomes `Idempotency-Key`; empty: none.
  std::string idempotency_key;
  /// Becomes `Authorization: Bearer`; empty: none.
  std::string bearer;
  /// A JSON text; empty for a GET.
  std::string body;
};

struct PortalResponse {
  /// 200; 404 for an unknown address; 422 when there are problems; 502 when an effect failed.
  int status = 200;
  view::Screen screen;
  /// When present, `screen` is what to show while the call runs.
  std::optional<Effect> effect;
};

PortalResponse answer_request(PortalRequest const& request, PolicyBook const& book);

/// Every address whose page can be made ahead of time, `/` first.
std::vector<std::string> static_paths(PolicyBook const& book);

/// The same over JSON, as the browser calls it:
/// `{"method","path","form":[[name,value],...],"now","entropy","origin","answer":{"status","body","kept"},
/// "device":{"keeps","drafts":[...],"outbox":[...]}}` to
/// `{"status","path","title","html","effect":{"method","path","idempotency_key","bearer","body"}}`,
/// where `html` is the whole page. A request that cannot be read answers `{"status":400,...}`.
std::string answer_json(std::string_view request_json, PolicyBook const& book);

}  // namespace putright
