// Colleagues' own screens: sign in, what is to do, one complaint, recording an event. Made from
// plain values; the rules and dates come from the core. The stub alone shows them, so the browser's
// core carries none of it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portal/view/tree.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/complaint/event_forms.hpp"
#include "shared/submission/submission.hpp"

namespace putright::colleagues {

/// What every screen of somebody who is signed in starts with.
view::Screen colleagues_screen(std::string id, std::string path, std::string title);

/// Whether this is asked for the first time, or again because the token was none of ours.
enum class SignIn { first, again };
view::Screen sign_in(SignIn asked);

/// For who may look at a complaint but has no work list: finding one by its reference.
view::Screen find(std::string const& signed_in_as);

/// What cannot be shown, and what to do: a heading and a sentence.
view::Screen refused(std::string_view title, std::string_view words);

/// One complaint of the work list. `next_by` is absent where no day was promised.
struct WorkLine {
  std::string reference;
  std::string brand;
  FeedbackKind kind = FeedbackKind::complaint;
  std::string matter;
  std::optional<EventType> next_event;
  std::optional<Date> next_by;
  enum class Waits { no, yes } waits_for_customer = Waits::no;
  std::string officer;
};

/// A page of the work list. `more` is the address of the next page; empty: there is none.
struct Work {
  std::string signed_in_as;
  std::string brand;
  std::int64_t open = 0;
  std::int64_t late = 0;
  std::int64_t soon = 0;
  int soon_working_days = 0;
  std::int64_t waits = 0;
  /// Letters to post and calls to make, of all brands.
  std::int64_t letters = 0;
  std::vector<WorkLine> lines;
  std::string more;
};
view::Screen work(PolicyBook const& book, Work const& work, Date today);

/// Nothing of a complaint is shown before there is a reason.
view::Screen ask_reason(std::string const& reference, std::string const& reason,
                        std::vector<Problem> const& problems);

/// One event with everything that was given with it.
struct EventLine {
  Event event;
  std::vector<std::pair<EventField, std::string>> given;
  std::optional<Instant> recorded_at;
};

/// One colleague's look.
struct Viewing {
  Instant at;
  std::string who;
  std::string reason;
};

/// What the customer was told, or is to be told, of the event at `position`. `failure` says why a
/// mail did not go.
struct NoticeLine {
  std::size_t position = 0;
  EventType about = EventType::submitted;
  std::string kind;
  /// Of changed dates: the name of the calendar that changed them.
  std::string calendar;
  ReplyBy way = ReplyBy::email;
  enum class State { waiting, sent, given_up } state = State::waiting;
  std::string failure;
};

/// Where they are listed.
inline constexpr std::string_view kLettersPath = "/staff/letters";

/// A letter to post or a call to make, of any complaint.
struct HandLine {
  std::string reference;
  std::string brand;
  NoticeLine notice;
  Date made_on;
  /// The day by which it should be posted or called.
  Date due_on;
};

/// A page of them. `more` is the address of the next page; empty: there is none.
struct Letters {
  std::vector<HandLine> lines;
  std::string more;
};
view::Screen letters(PolicyBook const& book, Letters const& letters, Date today);

/// Where colleagues say what was changed because customers told us.
inline constexpr std::string_view kChangesPath = "/staff/changes";

/// Something that was learnt from a complaint, without saying from which.
struct LearntLine {
  std::string brand;
  Date on;
  std::string words;
};

/// What customers read.
struct ChangeLine {
  std::string id;
  std::string brand;
  std::string told;
  std::string changed;
  Date on;
};

/// What is to be published, as far as it was typed. `press` becomes its id.
struct ChangeAnswers {
  std::string press;
  std::string brand;
  std::string told;
  std::string changed;
};

struct Changes {
  std::vector<LearntLine> learnt;
  std::vector<ChangeLine> published;
  ChangeAnswers answers;
  std::vector<Problem> problems;
  /// Whether one was published just now.
  enum class Done { no, yes } done = Done::no;
};
view::Screen changes(PolicyBook const& book, Changes const& changes);

/// One complaint as colleagues know it.
struct Known {
  std::string reference;
  ComplaintRecord record;
  Submission submission;
  std::vector<EventLine> events;
  std::vector<Viewing> viewings;
  std::vector<NoticeLine> notices;
  /// Why it is looked at: goes with what is pressed here.
  std::string reason;
  /// Whether this colleague may record events.
  enum class May { look, record } may = May::look;
  /// The event that was recorded just now.
  std::optional<EventType> done;
  std::vector<Problem> problems;
};
view::Screen complaint(PolicyBook const& book, Known const& known, Instant now);

/// The form of an event. `press` becomes its idempotency key; `given` are the answers so far.
struct EventAnswers {
  std::string reference;
  std::string reason;
  std::string press;
  EventType type;
  std::vector<std::pair<EventField, std::string>> given;
};
view::Screen event_form(EventAnswers const& answers, std::vector<Problem> const& problems);

/// A form's fields, in the order sent.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// What was typed into an event's form, as read_event_form takes it.
std::string event_form_json(EventType type, Fields const& fields);

}  // namespace putright::colleagues
