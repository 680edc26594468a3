#include "portal/information/refused_form.hpp"

#include <algorithm>

#include "portal/screens/screens.hpp"
#include "shared/submission/submission.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright {
namespace {

struct Words {
  std::string_view title;
  std::string_view what_to_do;
};

Words words_for(RefusedForm::Why why) {
  switch (why) {
    case RefusedForm::Why::too_large:
      return {words::kFormTooLargeTitle, words::kFormTooLarge};
    case RefusedForm::Why::from_elsewhere:
      return {words::kFormFromElsewhereTitle, words::kFormFromElsewhere};
    case RefusedForm::Why::unreadable:
      break;
  }
  return {words::kFormUnreadableTitle, words::kFormUnreadable};
}

Brand const* brand_in(PolicyBook const& book, std::string_view path) {
  auto const name = path.substr(std::min<std::size_t>(1, path.size()));
  return book.brand(name.substr(0, name.find('/')));
}

}  // namespace

view::Screen refused_form(PolicyBook const& book, RefusedForm const& form) {
  Words const words = words_for(form.why);
  Brand const* const brand = brand_in(book, form.path);
  std::string const home = brand == nullptr ? "/" : "/" + brand->id + "/";
  auto screen = brand == nullptr ? screens::not_found(book, form.path)
                                 : screens::brand_screen(*brand, "", std::string{form.path}, "");
  screen.id = "refused-form";
  screen.title = words.title;
  screen.body = {screens::heading(1, words.title), screens::paragraph(words::kFormNotKept),
                 screens::paragraph(
                     fill(words.what_to_do, {{"files", std::to_string(kMaxAttachments)},
                                             {"megabytes", std::to_string(kMaxAttachmentMegabytes)},
                                             {"together", form.megabytes_together}}))};
  screen.body.push_back({view::Onward{std::string{words::kNotFoundHome}, home}});
  return screen;
}

}  // namespace putright
