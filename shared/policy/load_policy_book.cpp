#include "shared/policy/load_policy_book.hpp"

#include <algorithm>

#include "shared/policy/bank_holidays.hpp"
#include "shared/policy/policy_reader.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

inline constexpr std::array<Named<ContactKind>, 4> kContactKinds{{
    {ContactKind::phone, "phone"},
    {ContactKind::email, "email"},
    {ContactKind::web, "web"},
    {ContactKind::post, "post"},
}};
inline constexpr std::array<Named<Audience>, 2> kAudiences{{
    {Audience::customers, "customers"},
    {Audience::colleagues, "colleagues"},
}};
inline constexpr int kLongestPeriodDays = 400;

// `17:00` as minutes after midnight.
std::chrono::minutes time_of_day(PolicyReader& reader, json::Value const& object,
                                 std::string_view name) {
  std::string const text = reader.string(object, name);
  auto const instant = parse_instant("2000-01-01T" + text + ":00Z");
  if (instant) {
    return std::chrono::floor<std::chrono::minutes>(
        *instant - std::chrono::floor<std::chrono::days>(*instant));
  }
  reader.refuse(reader.member(object, name), "a time such as \"17:00\"");
  return {};
}

std::vector<Contact> read_contacts(PolicyReader& reader, json::Value const& owner) {
  std::vector<Contact> contacts;
  for (auto const& row : reader.list(owner, "contacts")) {
    Contact contact{reader.one_of(row, "kind", kContactKinds), reader.string(row, "value")};
    if (row.find("audience") != nullptr)
      contact.audience = reader.one_of(row, "audience", kAudiences);
    contacts.push_back(std::move(contact));
  }
  return contacts;
}

// A list that may be left out.
std::vector<Improvement> read_improvements(PolicyReader& reader, json::Value const& brand) {
  std::vector<Improvement> improvements;
  if (brand.find("improvements") == nullptr) return improvements;
  for (auto const& row : reader.list(brand, "improvements")) {
    improvements.push_back(
        {reader.date(row, "on"), reader.string(row, "told"), reader.string(row, "changed")});
  }
  return improvements;
}

std::vector<Brand> read_brands(PolicyReader& reader) {
  std::vector<Brand> brands;
  for (auto const& row : reader.list(reader.root(), "brands")) {
    json::Value const& colour = reader.member(row, "colour");
    if (reader.string(row, "reference_prefix").size() != kReferencePrefixCharacters) {
      reader.refuse(reader.member(row, "reference_prefix"), "a text of two capital letters");
    }
    brands.push_back({reader.string(row, "id"),
                      reader.string(row, "name"),
                      reader.string(row, "reference_prefix"),
                      reader.string(row, "about"),
                      {reader.string(colour, "main"), reader.string(colour, "hover"),
                       reader.string(colour, "on_dark")},
                      read_contacts(reader, row),
                      read_improvements(reader, row)});
  }
  return brands;
}

std::vector<PolicyDocument> read_documents(PolicyReader& reader) {
  std::vector<PolicyDocument> documents;
  for (auto const& row : reader.list(reader.root(), "documents")) {
    PolicyDocument document{reader.string(row, "id"),
                            reader.string(row, "title"),
                            reader.string(row, "version"),
                            reader.string(row, "publisher"),
                            {}};
    for (auto const& clause : reader.list(row, "clauses")) {
      document.clauses.push_back({reader.string(clause, "id"), reader.string(clause, "digest")});
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

std::vector<LabelledId> read_labelled(PolicyReader& reader, std::string_view name) {
  std::vector<LabelledId> rows;
  for (auto const& row : reader.list(reader.root(), name)) {
    rows.push_back({reader.string(row, "id"), reader.string(row, "label")});
  }
  return rows;
}

Period read_period(PolicyReader& reader, json::Value const& object) {
  json::Value const& period = reader.member(object, "period");
  return {reader.integer(period, "count", 1, kLongestPeriodDays),
          reader.one_of(period, "unit", kPeriodUnits)};
}

DeadlineRule read_deadline_rule(PolicyReader& reader, json::Value const& row) {
  DeadlineRule rule{.id = reader.one_of(row, "id", kDeadlineIds),
                    .stage = reader.integer(row, "stage", 1, 2),
                    .counts_from = reader.one_of(row, "counts_from", kEventTypes),
                    .start = reader.one_of(row, "start", kStartRules),
                    .met_by = reader.one_of(row, "met_by", kEventTypes),
                    .period = read_period(reader, row),
                    .clause = reader.clause(row, "clause"),
                    .extension_limit = std::nullopt};
  if (row.find("extension_limit") != nullptr) {
    json::Value const& limit = reader.member(row, "extension_limit");
    rule.extension_limit =
        ExtensionLimit{read_period(reader, limit), reader.clause(limit, "clause")};
  }
  return rule;
}

Course read_course(PolicyReader& reader, json::Value const& row) {
  Course course{reader.one_of(row, "kind", kFeedbackKinds),
                reader.optional_strings(row, "brands"),
                reader.optional_string(row, "notice").value_or(""),
                {}};
  for (auto const& rule : reader.list(row, "deadlines")) {
    course.deadlines.push_back(read_deadline_rule(reader, rule));
  }
  return course;
}

std::vector<Edition> read_editions(PolicyReader& reader) {
  std::vector<Edition> editions;
  for (auto const& row : reader.list(reader.root(), "editions")) {
    Edition edition{.id = reader.string(row, "id"),
                    .title = reader.string(row, "title"),
                    .document = reader.string(row, "document"),
                    .switched = reader.boolean(row, "switched_on") ? Switch::on : Switch::off,
                    .in_force_from = reader.date(row, "in_force_from"),
                    .in_force_to = reader.optional_date(row, "in_force_to"),
                    .receipt = reader.one_of(row, "receipt", kReceiptRules),
                    .close_of_business = time_of_day(reader, row, "close_of_business"),
                    .courses = {}};
    for (auto const& course : reader.list(row, "courses")) {
      edition.courses.push_back(read_course(reader, course));
    }
    editions.push_back(std::move(edition));
  }
  return editions;
}

std::vector<OmbudsmanScheme> read_schemes(PolicyReader& reader) {
  std::vector<OmbudsmanScheme> schemes;
  for (auto const& row : reader.list(reader.root(), "schemes")) {
    schemes.push_back({reader.string(row, "id"), reader.string(row, "name"),
                       reader.string(row, "remit"), reader.one_of(row, "may_contact", kMayContact),
                       read_contacts(reader, row)});
  }
  return schemes;
}

std::vector<OmbudsmanRoute> read_routes(PolicyReader& reader,
                                        std::vector<OmbudsmanScheme> const& schemes) {
  std::vector<OmbudsmanRoute> routes;
  for (auto const& row : reader.list(reader.root(), "routes")) {
    OmbudsmanRoute route{.brand = reader.string(row, "brand"),
                         .matters = reader.optional_strings(row, "matters"),
                         .except_matters = reader.optional_strings(row, "except_matters"),
                         .relationships = reader.optional_strings(row, "relationships"),
                         .scheme = reader.optional_string(row, "scheme"),
                         .may_contact = MayContact::any_time,
                         .clause = reader.clause(row, "clause")};
    if (!route.scheme) {
      route.may_contact = reader.one_of(row, "may_contact", kMayContact);
      routes.push_back(std::move(route));
      continue;
    }
    auto const scheme = std::find_if(schemes.begin(), schemes.end(),
                                     [&](auto const& known) { return known.id == *route.scheme; });
    if (scheme == schemes.end()) {
      reader.refuse(reader.member(row, "scheme"), "the id of a scheme in this file");
      break;
    }
    route.may_contact = scheme->may_contact;
    routes.push_back(std::move(route));
  }
  return routes;
}

// What one file says of another is checked when all are read; the place is where the id stands.
class CrossChecks {
 public:
  CrossChecks(PolicyBook const& book, PolicyReader& reader) : book_(book), reader_(reader) {}

  void check_clause(json::Value const& holder) {
    json::Value const* const clause = holder.find("clause");
    if (clause == nullptr) return;
    PolicyDocument const* const document = book_.document(clause->string_at("document"));
    if (document == nullptr) {
      reader_.refuse(reader_.member(*clause, "document"), "the id of a document in documents.json");
      return;
    }
    auto const& clauses = document->clauses;
    bool const known = std::any_of(clauses.begin(), clauses.end(), [&](Clause const& row) {
      return row.id == clause->string_at("id");
    });
    if (!known)
      reader_.refuse(reader_.member(*clause, "id"),
                     "a clause of " + document->id + " in documents.json");
  }

  void check_editions() {
    for (auto const& edition : reader_.list(reader_.root(), "editions")) {
      if (book_.document(edition.string_at("document")) == nullptr) {
        reader_.refuse(reader_.member(edition, "document"),
                       "the id of a document in documents.json");
      }
      for (auto const& course : reader_.list(edition, "courses"))
        check_course(course);
    }
  }

  void check_routes() {
    for (auto const& route : reader_.list(reader_.root(), "routes")) {
      if (book_.brand(route.string_at("brand")) == nullptr) {
        reader_.refuse(reader_.member(route, "brand"), "the id of a brand in brands.json");
      }
      check_clause(route);
      check_ids(route, "matters", book_.matters);
      check_ids(route, "except_matters", book_.matters);
      check_ids(route, "relationships", book_.relationships);
    }
  }

 private:
  void check_course(json::Value const& course) {
    check_ids(course, "brands", book_.brands);
    for (auto const& rule : reader_.list(course, "deadlines")) {
      check_clause(rule);
      if (auto const* const limit = rule.find("extension_limit")) check_clause(*limit);
    }
  }

  template <class Row>
  void check_ids(json::Value const& owner, std::string_view name, std::vector<Row> const& rows) {
    if (owner.find(name) == nullptr) return;
    for (auto const& item : reader_.list(owner, name)) {
      bool const known = std::any_of(rows.begin(), rows.end(),
                                     [&](Row const& row) { return row.id == item.string; });
      if (!known) reader_.refuse(item, "an id that the policy book defines");
    }
  }

  PolicyBook const& book_;
  PolicyReader& reader_;
};

class BookLoader {
 public:
  explicit BookLoader(std::span<PolicyFile const> files) : files_(files) {}

  Outcome<PolicyBook, PolicyRefusal> load() {
    auto calendar = load_calendar();
    if (!calendar.ok()) return calendar.error();
    PolicyBook book{.documents = {},
                    .editions = {},
                    .brands = {},
                    .schemes = {},
                    .routes = {},
                    .matters = {},
                    .relationships = {},
                    .calendar = std::move(calendar).value()};
    read("documents.json", [&](PolicyReader& reader) { book.documents = read_documents(reader); });
    read("brands.json", [&](PolicyReader& reader) { book.brands = read_brands(reader); });
    read("matters.json", [&](PolicyReader& reader) {
      book.matters = read_labelled(reader, "matters");
      book.relationships = read_labelled(reader, "relationships");
    });
    read("schemes.json", [&](PolicyReader& reader) {
      book.schemes = read_schemes(reader);
      book.routes = read_routes(reader, book.schemes);
      CrossChecks{book, reader}.check_routes();
    });
    read("editions.json", [&](PolicyReader& reader) {
      book.editions = read_editions(reader);
      CrossChecks{book, reader}.check_editions();
    });
    if (refusal_) return *refusal_;
    return book;
  }

 private:
  PolicyFile const* find(std::string_view name) const {
    auto const found = std::find_if(files_.begin(), files_.end(),
                                    [&](PolicyFile const& file) { return file.name == name; });
    return found == files_.end() ? nullptr : &*found;
  }

  static PolicyRefusal missing(std::string_view name) {
    return {std::string{name}, 1, 1, "", "this file in the policy folder"};
  }

  Outcome<WorkingCalendar, PolicyRefusal> load_calendar() {
    constexpr std::string_view kName = "bank-holidays.json";
    PolicyFile const* const file = find(kName);
    if (file == nullptr) return missing(kName);
    PolicyReader reader{*file};
    auto const calendar = read_bank_holidays(reader);
    if (reader.refusal()) return *reader.refusal();
    return *calendar;
  }

  template <class Read>
  void read(std::string_view name, Read read_file) {
    if (refusal_) return;
    PolicyFile const* const file = find(name);
    if (file == nullptr) {
      refusal_ = missing(name);
      return;
    }
    PolicyReader reader{*file};
    read_file(reader);
    refusal_ = reader.refusal();
  }

  std::span<PolicyFile const> files_;
  std::optional<PolicyRefusal> refusal_;
};

PolicyRefusal not_json(std::string_view file, std::string_view text, json::Trouble trouble) {
  return refusal_at(
      file, text, trouble.offset,
      "JSON that can be read (" + std::string{name(json::problem_of(trouble, text).code)} + ")");
}

}  // namespace

Outcome<PolicyBook, PolicyRefusal> load_policy_book(std::span<NamedText const> files) {
  std::vector<json::Value> roots;
  roots.reserve(files.size());
  std::vector<PolicyFile> parsed;
  for (auto const& file : files) {
    auto root = json::parse(file.text, json::kDocumentLimits);
    if (!root.ok()) return not_json(file.name, file.text, root.error());
    roots.push_back(std::move(root).value());
    parsed.push_back({file.name, file.text, &roots.back()});
  }
  return BookLoader{parsed}.load();
}

Outcome<PolicyBook, PolicyRefusal> load_joined_policy_book(std::string_view joined) {
  auto const root = json::parse(joined, json::kDocumentLimits);
  if (!root.ok()) return not_json("book.json", joined, root.error());
  std::vector<PolicyFile> files;
  for (auto const& member : root.value().members) {
    files.push_back({member.name, joined, &member.value});
  }
  return BookLoader{files}.load();
}

std::string join_policy_files(std::span<NamedText const> files) {
  json::Writer writer;
  writer.begin_object();
  for (auto const& file : files)
    writer.member(file.name).raw(file.text);
  writer.end_object();
  return writer.take();
}

std::string describe(PolicyRefusal const& refusal) {
  std::string text = refusal.file + ":" + std::to_string(refusal.line) + ":" +
                     std::to_string(refusal.column) + ": expected " + refusal.expected + "\n";
  if (refusal.source_line.empty()) return text;
  text += "  " + refusal.source_line + "\n  ";
  text.append(static_cast<std::size_t>(refusal.column - 1), ' ');
  return text + "^\n";
}

}  // namespace putright
