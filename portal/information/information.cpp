#include "portal/information/information.hpp"

#include <algorithm>
#include <utility>

#include "portal/information/pages.hpp"
#include "portal/screens/information_pages.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright {
namespace {

using information::Page;
using information::Section;
using screens::heading;
using screens::paragraph;

// The edition's figures; empty where it gives none that we may print.
struct Figures {
  std::string acknowledge;
  std::string respond;
  std::string review_acknowledge;
  std::string review;
  /// The document that the edition's first rule cites; empty: none.
  std::string document;
  bool complete() const { return !acknowledge.empty() && !respond.empty() && !review.empty(); }
};

Figures figures_of(PolicyBook const& book, Brand const& brand, Date today) {
  Figures figures;
  Edition const* const edition = book.edition_in_force(brand.id, FeedbackKind::complaint, today);
  Course const* const course =
      edition == nullptr ? nullptr : course_of(*edition, brand.id, FeedbackKind::complaint);
  if (course == nullptr) return figures;
  if (!course->deadlines.empty()) figures.document = course->deadlines.front().clause.document;
  for (auto const& rule : course->deadlines) {
    std::string const count = std::to_string(rule.period.count);
    if (rule.id == DeadlineId::stage_1_acknowledgement) figures.acknowledge = count;
    if (rule.id == DeadlineId::stage_1_response) figures.respond = count;
    if (rule.id == DeadlineId::stage_2_acknowledgement) figures.review_acknowledge = count;
    if (rule.id == DeadlineId::stage_2_response) figures.review = count;
  }
  return figures;
}

std::vector<Improvement> newest_first(Brand const& brand,
                                      std::vector<Improvement> const& published) {
  std::vector<Improvement> all = published;
  all.insert(all.end(), brand.improvements.begin(), brand.improvements.end());
  std::stable_sort(all.begin(), all.end(), [](Improvement const& one, Improvement const& other) {
    return one.on > other.on;
  });
  return all;
}

std::string path_of(Brand const& brand, Page const& page) {
  return "/" + brand.id + "/" + std::string{page.name};
}

std::string_view without_end(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

class Maker {
 public:
  Maker(PolicyBook const& book, Brand const& brand, Date today,
        std::vector<Improvement> const& published)
      : book_(book),
        brand_(brand),
        improvements_(newest_first(brand, published)),
        figures_(figures_of(book, brand, today)) {}

  view::Screen make(Page const& page) {
    auto screen = screens::brand_screen(brand_, "information-" + std::string{page.name},
                                        "/" + brand_.id + "/" + std::string{page.name},
                                        std::string{page.title});
    screen.body.push_back(heading(1, page.title));
    screen.body.push_back(
        {view::Paragraph{view::plain(std::string{page.lead}), view::Paragraph::Role::lead}});
    for (auto const& section : page.sections)
      add(screen.body, section);
    add_ending(screen.body, page.ending);
    add_source(screen.body, page.clause);
    return screen;
  }

 private:
  // A sentence with figures is left out where the edition gives none: nothing is invented.
  std::optional<std::string> said(std::string_view sentence) const {
    bool const has_figures = sentence.find('{') != std::string_view::npos;
    if (has_figures && !figures_.complete()) return std::nullopt;
    return fill(sentence, {{"acknowledge", figures_.acknowledge},
                           {"respond", figures_.respond},
                           {"review_acknowledge", figures_.review_acknowledge},
                           {"review", figures_.review}});
  }

  void add(std::vector<view::Node>& body, Section const& section) {
    body.push_back(heading(2, section.heading));
    for (auto const sentence : section.paragraphs) {
      if (auto const words = said(sentence)) body.push_back(paragraph(*words));
    }
    view::BulletList list;
    bool is_complete = true;
    for (auto const sentence : section.points) {
      auto const words = said(sentence);
      if (words) list.items.push_back(view::plain(*words));
      is_complete = is_complete && words.has_value();
    }
    if (!list.items.empty()) body.push_back({std::move(list)});
    if (!is_complete && !std::exchange(has_own_dates_, true))
      body.push_back({view::Inset{view::plain(std::string{words::kHomebuilderNotice})}});
  }

  void add_ending(std::vector<view::Node>& body, Page::Ending ending) {
    switch (ending) {
      case Page::Ending::nothing:
        break;
      case Page::Ending::contacts:
        body.push_back(heading(2, words::kTalkHeading));
        body.push_back({view::ContactCard{std::string{words::kTeamName}, "",
                                          screens::ways_of(brand_.contacts)}});
        break;
      case Page::Ending::ombudsman:
        screens::append(body, screens::who_else_can_help(screens::advice_for(book_, brand_)));
        break;
      case Page::Ending::improvements:
        add_improvements(body);
        break;
    }
  }

  void add_improvements(std::vector<view::Node>& body) {
    if (improvements_.empty()) body.push_back(paragraph(words::kNothingChangedYet));
    for (auto const& improvement : improvements_) {
      body.push_back(heading(3, improvement.told));
      body.push_back(paragraph(improvement.changed));
      body.push_back(
          {view::Paragraph{view::plain(say_date(improvement.on)), view::Paragraph::Role::note}});
    }
  }

  void add_source(std::vector<view::Node>& body, std::string_view clause) {
    if (clause.empty()) return;
    PolicyDocument const* const document = book_.document(figures_.document);
    if (document == nullptr) return;
    body.push_back(
        {view::Paragraph{view::plain(fill(words::kPageSource, {{"document", document->title},
                                                               {"version", document->version}})),
                         view::Paragraph::Role::note}});
  }

  PolicyBook const& book_;
  Brand const& brand_;
  std::vector<Improvement> improvements_;
  Figures figures_;
  /// Whether the page has said that the dates are others: once is enough.
  bool has_own_dates_ = false;
};

}  // namespace

std::optional<view::Screen> information_page(std::string_view path, PolicyBook const& book,
                                             Date today,
                                             std::vector<Improvement> const& published) {
  for (auto const& brand : book.brands) {
    for (auto const& page : information::pages()) {
      if (without_end(path) == path_of(brand, page))
        return Maker{book, brand, today, published}.make(page);
    }
  }
  return std::nullopt;
}

std::string brand_of_changes(std::string_view path, PolicyBook const& book) {
  for (auto const& brand : book.brands) {
    for (auto const& page : information::pages()) {
      bool const has_changes = page.ending == Page::Ending::improvements;
      if (has_changes && without_end(path) == path_of(brand, page)) return brand.id;
    }
  }
  return {};
}

std::vector<std::string> information_paths(PolicyBook const& book) {
  std::vector<std::string> paths;
  for (auto const& brand : book.brands) {
    for (auto const& page : information::pages())
      paths.push_back(path_of(brand, page));
  }
  return paths;
}

}  // namespace putright
