// The screens outside a journey: choosing a brand, a brand's home, and "page not found".
#include "portal/screens/information_pages.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright::screens {
namespace {

using view::plain;

std::string brand_path(Brand const& brand) {
  return "/" + brand.id + "/";
}
std::string track_path(Brand const& brand) {
  return brand_path(brand) + "track";
}
std::string first_step(Brand const& brand, FeedbackKind kind) {
  return step_path(brand.id, kind, steps_of(kind).front());
}

std::string period_of(Course const& course, DeadlineId id) {
  for (auto const& rule : course.deadlines) {
    if (rule.id == id) return std::to_string(rule.period.count);
  }
  return {};
}

// The promise in the words of the edition in force, or why there are no figures to give.
std::vector<view::Node> promise(PolicyBook const& book, Brand const& brand, Date today) {
  std::vector<view::Node> nodes;
  Edition const* const edition = book.edition_in_force(brand.id, FeedbackKind::complaint, today);
  if (edition == nullptr) return nodes;
  Course const& course = *course_of(*edition, brand.id, FeedbackKind::complaint);
  nodes.push_back({view::Heading{2, std::string{words::kPromiseHeading}}});
  std::string const acknowledge = period_of(course, DeadlineId::stage_1_acknowledgement);
  std::string const respond = period_of(course, DeadlineId::stage_1_response);
  std::string const review = period_of(course, DeadlineId::stage_2_response);
  if (acknowledge.empty() || respond.empty() || review.empty()) {
    nodes.push_back({view::Inset{plain(std::string{words::kHomebuilderNotice})}});
    return nodes;
  }
  view::BulletList list{{}, view::BulletList::Order::steps};
  for (auto const sentence : words::kPromiseSteps) {
    list.items.push_back(plain(
        fill(sentence, {{"acknowledge", acknowledge}, {"respond", respond}, {"review", review}})));
  }
  nodes.push_back({std::move(list)});
  nodes.push_back({view::Paragraph{plain(std::string{words::kWorkingDays})}});
  return nodes;
}

}  // namespace

view::Screen brand_screen(Brand const& brand, std::string id, std::string path, std::string title) {
  view::Screen screen;
  screen.id = std::move(id);
  screen.brand = brand.id;
  screen.brand_name = brand.name;
  screen.path = std::move(path);
  screen.title = std::move(title);
  screen.navigation = {
      {std::string{words::kNavHome}, brand_path(brand), ""},
      {std::string{words::kNavComplain}, first_step(brand, FeedbackKind::complaint), ""},
      {std::string{words::kNavTrack}, track_path(brand), ""}};
  for (auto const& page : kInformationPages)
    screen.footer.push_back(
        {std::string{page.link}, brand_path(brand) + std::string{page.name}, ""});
  screen.help = view::ContactCard{std::string{words::kNeedHelp}, std::string{words::kNeedHelpAbout},
                                  ways_of(brand.contacts)};
  return screen;
}

view::Node heading(int level, std::string_view words) {
  return {view::Heading{level, std::string{words}}};
}

view::Node paragraph(std::string_view words) {
  return {view::Paragraph{plain(std::string{words})}};
}

view::Screen choose_brand(PolicyBook const& book) {
  view::Screen screen;
  screen.id = "choose-brand";
  screen.brand_name = words::kSiteName;
  screen.path = "/";
  screen.title = words::kChooseTitle;
  screen.body.push_back({view::Heading{1, screen.title}});
  screen.body.push_back(
      {view::Paragraph{plain(std::string{words::kChooseLead}), view::Paragraph::Role::lead}});
  view::Signposts signs;
  for (auto const& brand : book.brands)
    signs.signs.push_back({brand.name, brand_path(brand), brand.about});
  screen.body.push_back({std::move(signs)});
  return screen;
}

view::Screen brand_home(PolicyBook const& book, Brand const& brand, Date today) {
  auto screen = brand_screen(brand, "home", brand_path(brand), std::string{words::kHomeTitle});
  screen.body.push_back({view::Heading{1, screen.title}});
  screen.body.push_back(
      {view::Paragraph{plain(std::string{words::kHomeLead}), view::Paragraph::Role::lead}});
  view::Signposts signs;
  signs.signs = {
      {std::string{words::kStartComplaint}, first_step(brand, FeedbackKind::complaint),
       std::string{words::kStartComplaintAbout}},
      {std::string{words::kStartTrack}, track_path(brand), std::string{words::kStartTrackAbout}},
      {std::string{words::kStartComment}, first_step(brand, FeedbackKind::comment),
       std::string{words::kStartCommentAbout}},
      {std::string{words::kStartCompliment}, first_step(brand, FeedbackKind::compliment),
       std::string{words::kStartComplimentAbout}}};
  screen.body.push_back({std::move(signs)});
  append(screen.body, promise(book, brand, today));
  screen.body.push_back({view::Heading{2, std::string{words::kOtherWaysHeading}}});
  screen.body.push_back({view::Paragraph{plain(std::string{words::kOtherWays})}});
  screen.body.push_back(
      {view::ContactCard{std::string{words::kTeamName}, "", ways_of(brand.contacts)}});
  append(screen.body, who_else_can_help(advice_for(book, brand)));
  return screen;
}

view::Screen not_found(PolicyBook const& book, std::string_view path) {
  view::Screen screen = choose_brand(book);
  screen.id = "not-found";
  screen.path = path;
  screen.title = words::kNotFoundTitle;
  screen.body.clear();
  screen.body.push_back({view::Heading{1, screen.title}});
  screen.body.push_back({view::Paragraph{plain(std::string{words::kNotFound})}});
  screen.body.push_back({view::Onward{std::string{words::kNotFoundHome}, "/"}});
  return screen;
}

}  // namespace putright::screens
