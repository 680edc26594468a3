// The policy book: every edition, brand, ombudsman scheme, matter and clause, and the working
// calendar. Plain data, loaded once (load_policy_book.hpp) and never changed. It decides nothing.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/working_days.hpp"
#include "shared/policy/terms.hpp"

namespace putright {

/// A numbered statement of a source document.
struct ClauseRef {
  std::string document;
  std::string id;
  bool operator==(ClauseRef const&) const = default;
};

/// `digest` is our own short wording of the clause, in English.
struct Clause {
  std::string id;
  std::string digest;
};

struct PolicyDocument {
  std::string id;
  std::string title;
  std::string version;
  std::string publisher;
  std::vector<Clause> clauses;
};

/// A length of time that a rule gives: 1 to 400 days of one unit.
struct Period {
  int count;
  PeriodUnit unit;
  bool operator==(Period const&) const = default;
};

/// By how much a response may be extended, at most.
struct ExtensionLimit {
  Period period;
  ClauseRef clause;
};

/// One promise with a date: what starts its clock, how long it runs, what meets it.
struct DeadlineRule {
  DeadlineId id;
  int stage;
  EventType counts_from;
  StartRule start;
  EventType met_by;
  Period period;
  ClauseRef clause;
  std::optional<ExtensionLimit> extension_limit;
};

/// What an edition promises for one kind of feedback to the customers of some brands.
/// `notice` names a text for customers when the edition gives no dates of its own.
struct Course {
  FeedbackKind kind;
  std::vector<std::string> brands;
  std::string notice;
  std::vector<DeadlineRule> deadlines;
};

enum class Switch { off, on };

/// One version of the policy. In force on `in_force_from` to `in_force_to` (both inclusive; no end
/// when absent).
struct Edition {
  std::string id;
  std::string title;
  std::string document;
  Switch switched = Switch::off;
  Date in_force_from;
  std::optional<Date> in_force_to;
  ReceiptRule receipt = ReceiptRule::strict;
  std::chrono::minutes close_of_business{};
  std::vector<Course> courses;
};

enum class ContactKind { phone, email, web, post };
enum class Audience { customers, colleagues };

/// One way to reach somebody. `value` is as printed for people. Empty source: reported, not in a
/// source document.
struct Contact {
  ContactKind kind;
  std::string value;
  Audience audience = Audience::customers;
};

/// sRGB colours as `#rrggbb`. `main` carries white text at 4.5:1 or more.
struct BrandColour {
  std::string main;
  std::string hover;
  std::string on_dark;
};

/// Something that was changed because customers told us. `told` and `changed` are for customers.
struct Improvement {
  Date on;
  std::string told;
  std::string changed;
};

struct Brand {
  std::string id;
  std::string name;
  std::string reference_prefix;
  std::string about;
  BrandColour colour;
  std::vector<Contact> contacts;
  /// Newest first.
  std::vector<Improvement> improvements{};
};

struct OmbudsmanScheme {
  std::string id;
  std::string name;
  std::string remit;
  MayContact may_contact = MayContact::any_time;
  std::vector<Contact> contacts;
};

/// Who hears a complaint: the first row that fits a brand, matter and relationship. Empty lists fit
/// anything; an unknown matter fits `except_matters` and never `matters`; likewise `relationships`.
struct OmbudsmanRoute {
  std::string brand;
  std::vector<std::string> matters;
  std::vector<std::string> except_matters;
  std::vector<std::string> relationships;
  std::optional<std::string> scheme;
  MayContact may_contact = MayContact::any_time;
  ClauseRef clause;
};

/// A choice offered to customers: what it is about, or how they stand to the group.
struct LabelledId {
  std::string id;
  std::string label;
};

struct PolicyBook {
  std::vector<PolicyDocument> documents;
  std::vector<Edition> editions;
  std::vector<Brand> brands;
  std::vector<OmbudsmanScheme> schemes;
  std::vector<OmbudsmanRoute> routes;
  std::vector<LabelledId> matters;
  std::vector<LabelledId> relationships;
  WorkingCalendar calendar;

  Brand const* brand(std::string_view id) const;
  Edition const* edition(std::string_view id) const;
  OmbudsmanScheme const* scheme(std::string_view id) const;
  LabelledId const* matter(std::string_view id) const;
  LabelledId const* relationship(std::string_view id) const;
  PolicyDocument const* document(std::string_view id) const;
  /// The edition that is switched on and in force for this brand on this date, or null.
  Edition const* edition_in_force(std::string_view brand, FeedbackKind kind, Date on) const;
};

/// What `edition` promises for this brand and kind, or null when it says nothing about them.
Course const* course_of(Edition const& edition, std::string_view brand, FeedbackKind kind);

/// The first route that fits, or null when the data has none for this brand.
OmbudsmanRoute const* route_of(PolicyBook const& book, std::string_view brand,
                               std::string_view matter, std::string_view relationship);

}  // namespace putright
