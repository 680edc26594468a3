#include "shared/policy/policy_reader.hpp"

namespace putright {

static json::Value const kNothing{};

PolicyRefusal refusal_at(std::string_view file, std::string_view text, std::size_t offset,
                         std::string expected) {
  auto const place = json::place_of(text, offset);
  std::size_t const start = offset - static_cast<std::size_t>(place.column - 1);
  std::string_view const rest = text.substr(std::min(start, text.size()));
  return {std::string{file}, place.line, place.column, std::string{rest.substr(0, rest.find('\n'))},
          std::move(expected)};
}

void PolicyReader::refuse(json::Value const& at, std::string expected) {
  if (!refusal_) refusal_ = refusal_at(file_.name, file_.text, at.offset, std::move(expected));
}

json::Value const& PolicyReader::member(json::Value const& object, std::string_view name) {
  json::Value const* const found = object.find(name);
  if (found != nullptr) return *found;
  refuse(object, "an object with \"" + std::string{name} + "\"");
  return kNothing;
}

std::string PolicyReader::string(json::Value const& object, std::string_view name) {
  json::Value const& found = member(object, name);
  if (found.kind != json::Kind::string || found.string.empty())
    refuse(found, "a text that is not empty");
  return found.string;
}

std::optional<std::string> PolicyReader::optional_string(json::Value const& object,
                                                         std::string_view name) {
  json::Value const* const found = object.find(name);
  if (found == nullptr || found->kind == json::Kind::null) return std::nullopt;
  return string(object, name);
}

int PolicyReader::integer(json::Value const& object, std::string_view name, int from, int to) {
  json::Value const& found = member(object, name);
  if (found.kind == json::Kind::integer && found.integer >= from && found.integer <= to) {
    return static_cast<int>(found.integer);
  }
  refuse(found, "a whole number from " + std::to_string(from) + " to " + std::to_string(to));
  return from;
}

bool PolicyReader::boolean(json::Value const& object, std::string_view name) {
  json::Value const& found = member(object, name);
  if (found.kind != json::Kind::boolean) refuse(found, "true or false");
  return found.boolean;
}

Date PolicyReader::date(json::Value const& object, std::string_view name) {
  json::Value const& found = member(object, name);
  if (auto const date = parse_date(found.string)) return *date;
  refuse(found, "a date such as \"2026-03-26\"");
  return {};
}

std::optional<Date> PolicyReader::optional_date(json::Value const& object, std::string_view name) {
  json::Value const* const found = object.find(name);
  if (found == nullptr || found->kind == json::Kind::null) return std::nullopt;
  return date(object, name);
}

std::vector<json::Value> const& PolicyReader::list(json::Value const& object,
                                                   std::string_view name) {
  json::Value const& found = member(object, name);
  if (found.kind != json::Kind::array) refuse(found, "a list");
  return found.items;
}

std::vector<std::string> PolicyReader::optional_strings(json::Value const& object,
                                                        std::string_view name) {
  std::vector<std::string> strings;
  if (object.find(name) == nullptr) return strings;
  for (auto const& item : list(object, name)) {
    if (item.kind != json::Kind::string) refuse(item, "a text");
    strings.push_back(item.string);
  }
  return strings;
}

ClauseRef PolicyReader::clause(json::Value const& object, std::string_view name) {
  json::Value const& found = member(object, name);
  return {string(found, "document"), string(found, "id")};
}

}  // namespace putright
