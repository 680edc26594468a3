// Checking a receipt: the form, and what it came to.
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/words.hpp"

namespace putright::screens {
namespace {

view::SummaryList facts(PolicyBook const& book, Verdict const& verdict) {
  view::SummaryList list;
  auto const row = [&](words::Words label, std::string value) {
    if (!value.empty()) list.rows.push_back({std::string{label}, std::move(value), ""});
  };
  Brand const* const brand = book.brand(verdict.brand);
  row(words::kYourReference, verdict.reference);
  row(words::kVerifyBrand, brand == nullptr ? verdict.brand : brand->name);
  if (verdict.kind)
    row(words::kVerifyKind,
        std::string{words::kVerifyKinds[static_cast<std::size_t>(*verdict.kind)]});
  if (verdict.received_at) row(words::kRowReceived, say_date(london_date(*verdict.received_at)));
  for (auto const& promised : verdict.promised)
    row(words::kStepNames[static_cast<std::size_t>(promised.id)], say_date(promised.on));
  return list;
}

}  // namespace

view::Screen verify(Brand const& brand, std::string const& receipt,
                    std::vector<Problem> const& problems) {
  auto screen =
      brand_screen(brand, "verify", "/" + brand.id + "/verify", std::string{words::kVerifyTitle});
  screen.problems = summary_of(problems);
  screen.last_resort = last_resort(brand);
  view::TextField field;
  field.name = "receipt";
  field.label = words::kVerifyLabel;
  field.hint = words::kVerifyHint;
  field.value = receipt;
  field.size = view::TextField::Size::paragraphs;
  field.purpose = view::TextField::Purpose::code;
  if (!problems.empty() && !problems.front().pointer.empty())
    field.problem = problems.front().words;
  view::Form form{screen.path, {}, {}};
  form.body.push_back({std::move(field)});
  form.body.push_back({view::Action{std::string{words::kVerifyGo}, "verify"}});
  screen.body.push_back(heading(1, screen.title));
  screen.body.push_back(paragraph(words::kVerifyLead));
  screen.body.push_back({std::move(form)});
  return screen;
}

view::Screen verified(PolicyBook const& book, Brand const& brand, Verdict const& verdict) {
  bool const ours = verdict.is_ours == Verdict::Ours::yes;
  auto screen = brand_screen(brand, "verified", "/" + brand.id + "/verify",
                             std::string{ours ? words::kVerifyGood : words::kVerifyBad});
  screen.body.push_back(heading(1, screen.title));
  screen.body.push_back(paragraph(ours ? std::string{words::kVerifyGoodAbout} : verdict.why));
  if (ours) {
    screen.body.push_back(heading(2, words::kVerifySays));
    screen.body.push_back({facts(book, verdict)});
  }
  screen.body.push_back({view::Onward{std::string{words::kVerifyAnother}, screen.path}});
  return screen;
}

}  // namespace putright::screens
