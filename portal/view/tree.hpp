// The semantic view tree: what a screen means, never how it looks. Two presenters read it (html/,
// imgui/). Every text is plain text: there is no way to put markup in, so each presenter escapes or
// draws it. A new kind of node does not compile until both presenters handle it.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace putright::view {

/// A run of words inside a sentence. `target` is a path, `https:` address, phone number or email
/// address.
struct Span {
  enum class Kind { plain, strong, link, phone, email };
  Kind kind = Kind::plain;
  std::string text;
  std::string target;
  bool operator==(Span const&) const = default;
};

/// One paragraph's worth of words.
using Text = std::vector<Span>;

Text plain(std::string text);
Span strong(std::string text);
Span link(std::string text, std::string target);

struct Node;

/// `level` 1 is the screen's own heading (one a screen), then 2 and 3.
struct Heading {
  int level = 2;
  std::string text;
};

struct Paragraph {
  enum class Role { body, lead, note };
  Text text;
  Role role = Role::body;
};

/// Words that a person wrote, shown as they wrote them: line breaks kept, nothing linked.
struct Quotation {
  std::string text;
};

struct BulletList {
  enum class Order { none, steps };
  std::vector<Text> items;
  Order order = Order::none;
};

/// Something to know that stands beside the flow.
struct Inset {
  Text text;
};

/// Something that has a consequence when missed.
struct Warning {
  Text text;
};

/// News about what has been done or still waits, above everything else on a screen.
struct Notice {
  enum class Tone { neutral, good };
  std::string title;
  Tone tone = Tone::neutral;
  std::vector<Node> body;
};

/// An answer in words. `problem` is empty when there is none. `name` is the field's name in the
/// submission.
struct TextField {
  enum class Size { line, short_line, paragraphs };
  /// What kind of thing is typed: decides the keyboard, spell-checking and what a browser may fill
  /// in.
  enum class Purpose { words, own_name, own_email, own_phone, own_address, other_name, code };
  std::string name;
  std::string label;
  std::string hint;
  std::string value;
  std::string problem;
  Size size = Size::line;
  Purpose purpose = Purpose::words;
  /// The label is the screen's level 1 heading.
  bool is_heading = false;
};

struct Choice {
  std::string value;
  std::string label;
  std::string hint;
  bool chosen = false;
};

/// A question with given answers.
struct Choices {
  enum class Arity { one, many };
  std::string name;
  std::string question;
  std::string hint;
  std::vector<Choice> choices;
  std::string problem;
  Arity arity = Arity::one;
  bool is_heading = false;
};

/// Files to send with the words. What was chosen travels as fields called `attachment`, one a file
/// (`<sha256> <name>`): whoever runs the portal sends the file first and keeps it.
struct FileField {
  std::string name;
  std::string label;
  std::string hint;
  std::string problem;
};

/// Sends the form it stands in. `go` says what the press means, in the closed list of journey.hpp.
struct Action {
  enum class Weight { main, second, quiet };
  std::string label;
  std::string go;
  Weight weight = Weight::main;
};

/// Goes to another screen. `start` is the main way into a journey.
struct Onward {
  enum class Weight { start, plain };
  std::string label;
  std::string path;
  Weight weight = Weight::plain;
};

/// Questions and answers already given. `change_go` is what pressing the row's button means; empty:
/// no button. `change` is its word; empty: "Change".
struct SummaryRow {
  std::string label;
  std::string value;
  std::string change_go;
  std::string change{};
};
struct SummaryList {
  std::vector<SummaryRow> rows;
};

/// More that a person may open: `body` is hidden until then.
struct Details {
  std::string summary;
  std::vector<Node> body;
};

/// What happened and what comes, in order.
struct TimelineStep {
  enum class State { done, late, coming, waiting };
  std::string title;
  State state = State::coming;
  /// In words, such as "By Thursday 16 April 2026".
  std::string when;
  std::vector<Node> body;
};
struct Timeline {
  std::vector<TimelineStep> steps;
};

/// How one date was worked out, day by day.
struct DayCountRow {
  enum class Kind { start, counted, weekend, bank_holiday, due };
  Kind kind = Kind::counted;
  /// The number of the day in the count, empty where the day is not counted.
  std::string day;
  std::string date;
  std::string note;
};
struct DayCount {
  std::string caption;
  std::string day_heading;
  std::string date_heading;
  std::string note_heading;
  std::vector<DayCountRow> rows;
};

/// Facts under headings, a row for each thing; the first cell of a row names it.
struct Table {
  struct Column {
    enum class Holds { words, numbers };
    std::string heading;
    Holds holds = Holds::words;
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Text>> rows;
};

/// How to reach somebody.
struct ContactWay {
  enum class Kind { phone, email, web, post };
  Kind kind = Kind::phone;
  std::string label;
  std::string value;
};
struct ContactCard {
  std::string name;
  std::string about;
  std::vector<ContactWay> ways;
};

/// The good news of a journey's end. `code` is read out letter by letter and copied as one.
struct Confirmation {
  std::string title;
  std::string label;
  std::string code;
};

/// A code to keep: shown in full, easy to select.
struct Code {
  std::string label;
  std::string value;
};

/// An address that a phone's camera can read (a QR code). `label` says where it leads.
struct ScanCode {
  std::string label;
  std::string target;
};

/// A file made from the screen's own data, which a person may keep.
struct Download {
  std::string label;
  std::string file_name;
  std::string media_type;
  std::string content;
};

/// A short state, such as "Late".
struct Status {
  enum class Tone { neutral, good, attention };
  std::string text;
  Tone tone = Tone::neutral;
};

/// A link to each of several places, each with a line about it: the brands, the kinds of feedback.
struct Signpost {
  std::string label;
  std::string path;
  std::string about;
};
struct Signposts {
  std::vector<Signpost> signs;
};

/// Fields and actions that are sent together to `path`. `carried` travels unseen with them. A path
/// under `/device/` is done by the page itself and never leaves the device.
struct Form {
  enum class Sends { words, files };
  std::string path;
  std::vector<std::pair<std::string, std::string>> carried;
  std::vector<Node> body;
  Sends sends = Sends::words;
};

using AnyNode = std::variant<Heading, Paragraph, Quotation, BulletList, Inset, Warning, Notice,
                             TextField, Choices, FileField, Action, Onward, SummaryList, Details,
                             Timeline, DayCount, Table, ContactCard, Confirmation, Code, ScanCode,
                             Download, Status, Signposts, Form>;

struct Node {
  AnyNode is;
};

/// One problem for the summary at the top; `field` is the name of the field it is about, or empty.
struct ScreenProblem {
  std::string field;
  std::string words;
};

/// Who a screen is made for. Colleagues' pages are the stub's own: they run no script.
enum class Readers { customers, colleagues };

/// One whole screen. `brand` is a brand's id, or empty on the screen where one is chosen.
struct Screen {
  std::string id;
  Readers readers = Readers::customers;
  std::string brand;
  /// What stands at the head of every screen: the brand's name, and where one can go from anywhere.
  std::string brand_name;
  std::vector<Signpost> navigation;
  /// How to get help from a person: the same on every screen of a brand.
  std::optional<ContactCard> help;
  /// Pages to know about, at the foot of every screen of a brand.
  std::vector<Signpost> footer;
  /// What to do when neither the page nor the stub can take the answers: shown by the page then,
  /// and only then. Empty where nothing is asked.
  std::vector<Node> last_resort;
  /// The address that shows this screen again.
  std::string path;
  std::string title;
  std::vector<ScreenProblem> problems;
  std::vector<Node> body;
};

}  // namespace putright::view
