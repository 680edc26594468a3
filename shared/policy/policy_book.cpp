#include "shared/policy/policy_book.hpp"

#include <algorithm>

namespace putright {
namespace {

template <class Row>
Row const* with_id(std::vector<Row> const& rows, std::string_view id) {
  auto const found =
      std::find_if(rows.begin(), rows.end(), [&](Row const& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

bool has(std::vector<std::string> const& list, std::string_view id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool fits(OmbudsmanRoute const& route, std::string_view brand, std::string_view matter,
          std::string_view relationship) {
  return route.brand == brand && (route.matters.empty() || has(route.matters, matter)) &&
         !has(route.except_matters, matter) &&
         (route.relationships.empty() || has(route.relationships, relationship));
}

}  // namespace

Brand const* PolicyBook::brand(std::string_view id) const {
  return with_id(brands, id);
}
Edition const* PolicyBook::edition(std::string_view id) const {
  return with_id(editions, id);
}
OmbudsmanScheme const* PolicyBook::scheme(std::string_view id) const {
  return with_id(schemes, id);
}
LabelledId const* PolicyBook::matter(std::string_view id) const {
  return with_id(matters, id);
}
LabelledId const* PolicyBook::relationship(std::string_view id) const {
  return with_id(relationships, id);
}
PolicyDocument const* PolicyBook::document(std::string_view id) const {
  return with_id(documents, id);
}

Edition const* PolicyBook::edition_in_force(std::string_view brand_id, FeedbackKind kind,
                                            Date on) const {
  for (auto const& edition : editions) {
    bool const in_force = edition.switched == Switch::on && edition.in_force_from <= on &&
                          (!edition.in_force_to || on <= *edition.in_force_to);
    if (in_force && course_of(edition, brand_id, kind) != nullptr) return &edition;
  }
  return nullptr;
}

Course const* course_of(Edition const& edition, std::string_view brand, FeedbackKind kind) {
  for (auto const& course : edition.courses) {
    if (course.kind == kind && has(course.brands, brand)) return &course;
  }
  return nullptr;
}

OmbudsmanRoute const* route_of(PolicyBook const& book, std::string_view brand,
                               std::string_view matter, std::string_view relationship) {
  for (auto const& route : book.routes) {
    if (fits(route, brand, matter, relationship)) return &route;
  }
  return nullptr;
}

}  // namespace putright
