#include "portal/workbench/policy_files.hpp"

#include "shared/wire/json.hpp"

namespace putright::workbench {
namespace {

constexpr std::string_view kEditions = "editions.json";

// The text from `begin` to `end` without what separates members.
std::string_view trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view part = text.substr(begin, end - begin);
  while (!part.empty() && (part.back() == ',' || part.back() == ' ' || part.back() == '\n'))
    part.remove_suffix(1);
  return part;
}

std::string source_words(json::Value const* source) {
  if (source == nullptr) return {};
  return std::string(source->string_at("document")) + ", " + std::string(source->string_at("id"));
}

class ContactList {
 public:
  explicit ContactList(std::vector<SourcedContact>& found) : found_(found) {}

  // What a row does not say of itself, its owner says for all.
  void add(json::Value const& owner) {
    json::Value const* const contacts = owner.find("contacts");
    if (contacts == nullptr) return;
    for (json::Value const& row : contacts->items)
      add_row(owner, row);
  }

 private:
  void add_row(json::Value const& owner, json::Value const& row) {
    json::Value const* const own = row.find("source");
    SourcedContact contact;
    contact.owner = owner.string_at("name");
    contact.kind = row.string_at("kind");
    contact.value = row.string_at("value");
    contact.audience = row.string_at("audience");
    contact.source = source_words(own != nullptr ? own : owner.find("contacts_source"));
    auto const checked = parse_date(row.string_at("checked_on"));
    contact.checked_on = checked ? checked : parse_date(owner.string_at("contacts_checked_on"));
    contact.note = row.string_at("note");
    bool const is_known = !contact.source.empty() && row.string_at("status") != "reported";
    contact.standing = is_known ? Standing::in_source : Standing::to_confirm;
    found_.push_back(std::move(contact));
  }

  std::vector<SourcedContact>& found_;
};

}  // namespace

std::vector<NamedText> split_policy_files(std::string_view joined) {
  std::vector<NamedText> files;
  auto const root = json::parse(joined, json::kDocumentLimits);
  if (!root.ok()) return files;
  // Names must outlive the values they were read from: they are taken from the text itself.
  auto const& members = root.value().members;
  for (std::size_t index = 0; index < members.size(); ++index) {
    json::Member const& member = members[index];
    std::size_t const end =
        index + 1 < members.size() ? members[index + 1].offset : joined.rfind('}');
    files.push_back({joined.substr(member.offset + 1, member.name.size()),
                     trimmed(joined, member.value.offset, end)});
  }
  return files;
}

Outcome<PolicyBook, PolicyRefusal> load_draft(std::string_view joined, std::string_view editions) {
  auto files = split_policy_files(joined);
  for (NamedText& file : files) {
    if (file.name == kEditions) file.text = editions;
  }
  return load_policy_book(files);
}

std::vector<SourcedContact> sourced_contacts(std::string_view joined) {
  std::vector<SourcedContact> found;
  auto const root = json::parse(joined, json::kDocumentLimits);
  if (!root.ok()) return found;
  ContactList list(found);
  for (auto const& [file, name] : {std::pair{"schemes.json", "schemes"},
                                   std::pair{"brands.json", "brands"}}) {
    json::Value const* const holder = root.value().find(file);
    json::Value const* const rows = holder == nullptr ? nullptr : holder->find(name);
    if (rows == nullptr) continue;
    for (json::Value const& owner : rows->items)
      list.add(owner);
  }
  return found;
}

}  // namespace putright::workbench
