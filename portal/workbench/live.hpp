// A real complaint in the workbench, read through the stub's staff API by a colleague who signed in
// as themselves. Everything here is in memory only and is forgotten on signing out. Knows no
// network: it says which call is to be made, and takes the answer.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portal/colleagues/screens.hpp"
#include "portal/imgui/present.hpp"
#include "portal/journey/portal.hpp"
#include "portal/screens/screens.hpp"
#include "portal/workbench/scenario.hpp"

namespace putright::workbench {

/// A call of the staff API. The page makes it and answers with its number.
struct Call {
  std::int64_t number = 0;
  Method method = Method::get;
  std::string path;
  /// Becomes `Authorization: Bearer`; empty: none.
  std::string token{};
  /// Becomes `Putright-Reason`; empty: none.
  std::string reason{};
  /// Of a post: the same for every try of one press, so that the event is kept once.
  std::int64_t press = 0;
  std::string body{};
};

/// What a call came to. `status` is an HTTP status, or 0 when nobody could be reached.
struct CallAnswer {
  std::int64_t number = 0;
  int status = 0;
  std::string body;
};

/// A complaint that is looked at, as the stub gave it.
struct LiveComplaint {
  std::string reference;
  /// What happened so far, as a scenario of today; it is never saved and cannot be changed.
  Scenario scenario;
  Submission submission;
  std::vector<screens::Tracked::Viewing> viewings;
};

/// Where somebody is on the way to a complaint.
enum class LiveStep { unasked, no_stub, unreachable, signed_out, work, reason, complaint, form };

/// What a call was made for.
enum class Asked { whether_stub, who, work, complaint, event };

/// What a colleague may do here.
enum class LiveRole { none, look, record };

struct Live {
  LiveStep step = LiveStep::unasked;
  std::string typed_token{};
  std::string token{};
  std::string name{};
  LiveRole role = LiveRole::none;
  colleagues::Work work{};
  std::string reference{};
  std::string reason{};
  std::optional<LiveComplaint> complaint{};
  /// The event whose form is open, what was typed into it, and its press.
  EventType recording = EventType::acknowledged;
  canvas::Answers answers{};
  std::int64_t press = 0;
  std::vector<Problem> problems{};
  /// Why the last thing could not be done; empty when it could.
  std::string refusal{};
  /// To be made by the page, once.
  std::optional<Call> call{};
  Asked asked = Asked::whether_stub;
  /// The number of the call whose answer is waited for; 0: of none.
  std::int64_t waits_for = 0;
  std::int64_t calls = 0;
};

/// Asks whether there is a stub behind this website at all.
void ask_for_stub(Live& live);

/// Signs in with the token that was typed.
void sign_in(Live& live);

/// Forgets everything of the colleague and of every complaint.
void sign_out(Live& live);

/// Leaves the complaint; what was known of it is forgotten.
void leave_complaint(Live& live);

/// Opens the form of an event.
void start_recording(Live& live, EventType type);

/// Follows what was pressed on a screen of live_screen().
void follow_live_press(Live& live, canvas::Press const& press);

/// Takes a call's answer; that of a call nobody waits for changes nothing. Returns what to tell
/// the colleague, or an empty text.
std::string take_call_answer(Live& live, CallAnswer const& answer, Date today);

/// The colleagues' screen for this step: the same view tree as on their own pages.
view::Screen live_screen(Live const& live, PolicyBook const& book, Date today);

/// The customer's own screen of the complaint that is open, without their key.
view::Screen customers_screen(LiveComplaint const& complaint, PolicyBook const& book);

/// A made-up complaint on the same days: nothing that anybody wrote, nobody's name.
Scenario days_only(Scenario const& scenario);

}  // namespace putright::workbench
