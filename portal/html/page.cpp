#include "portal/html/page.hpp"

#include "portal/html/presenter.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright {
namespace {

using html::alone;
using html::Attribute;
using html::Out;
using html::unless_empty;

void head(Out& out, view::Screen const& screen) {
  out.open("head")
      .single("meta", {{"charset", "utf-8"}})
      .element("title", {}, page_title(screen))
      .single("meta", {{"name", "viewport"},
                       {"content", "width=device-width, initial-scale=1, viewport-fit=cover"}})
      .single("meta", {{"name", "color-scheme"}, {"content", "light dark"}})
      .single("meta", {{"name", "description"}, {"content", std::string{words::kHomeLead}}})
      .single("link", {{"rel", "icon"}, {"href", "/favicon.svg"}, {"type", "image/svg+xml"}})
      .single("link", {{"rel", "stylesheet"}, {"href", "/assets/portal.css"}});
  if (screen.readers == view::Readers::customers) {
    out.open("script", {{"type", "module"}, {"src", "/assets/portal.js"}}).close("script");
  }
  out.close("head");
}

std::string home_of(view::Screen const& screen) {
  if (screen.readers == view::Readers::colleagues) return "/staff/";
  return screen.brand.empty() ? "/" : "/" + screen.brand + "/";
}

void header(Out& out, view::Screen const& screen) {
  std::string const home = home_of(screen);
  out.open("header", {{"class", "putright-header"}})
      .open("div", {{"class", "govuk-width-container putright-header__row"}})
      .element("a", {{"class", "putright-header__name"}, {"href", home, Attribute::Kind::target}},
               screen.brand_name);
  if (!screen.navigation.empty()) {
    out.open("nav", {{"class", "putright-nav"}, {"aria-label", std::string{words::kNavigation}}})
        .open("ul", {{"class", "putright-nav__list"}});
    for (auto const& sign : screen.navigation) {
      bool const here = sign.path == screen.path;
      out.open("li")
          .element("a",
                   {{"class", "putright-nav__link"},
                    {"href", sign.path, Attribute::Kind::target},
                    unless_empty("aria-current", here ? "page" : "")},
                   sign.label)
          .close("li");
    }
    out.close("ul").close("nav");
  }
  out.close("div").close("header");
}

void footer_links(Out& out, view::Screen const& screen) {
  if (screen.footer.empty()) return;
  out.open("nav", {{"class", "putright-footer__pages"},
                   {"aria-label", std::string{words::kFooterHeading}}})
      .open("ul", {{"class", "putright-footer__list"}});
  for (auto const& sign : screen.footer) {
    out.open("li")
        .element("a",
                 {{"class", "putright-footer__link"},
                  {"href", sign.path, Attribute::Kind::target},
                  unless_empty("aria-current", sign.path == screen.path ? "page" : "")},
                 sign.label)
        .close("li");
  }
  out.close("ul").close("nav");
}

// The page shows it when nothing can be sent; without JavaScript nobody can know that.
void last_resort(Out& out, view::Screen const& screen) {
  if (screen.last_resort.empty()) return;
  out.open("div", {{"class", "putright-last-resort"},
                   {"data-last-resort", ""},
                   {"role", "alert"},
                   alone("hidden")});
  html::Presenter{out}.present(screen.last_resort);
  out.close("div");
}

void footer(Out& out, view::Screen const& screen) {
  if (!screen.help) return;
  out.open("footer", {{"class", "putright-footer"}})
      .open("div", {{"class", "govuk-width-container"}})
      .element("h2", {{"class", "govuk-heading-s"}}, screen.help->name)
      .element("p", {{"class", "govuk-body"}}, screen.help->about);
  html::Presenter{out}.contact_ways(screen.help->ways);
  footer_links(out, screen);
  out.close("div").close("footer");
}

}  // namespace

std::string page_title(view::Screen const& screen) {
  std::string const title =
      fill(words::kPageTitle, {{"title", screen.title}, {"brand", screen.brand_name}});
  return screen.problems.empty() ? title : fill(words::kErrorInTitle, {{"title", title}});
}

std::string render_page(view::Screen const& screen) {
  Out out;
  out.doctype().open("html", {{"lang", "en-GB"}, {"class", "govuk-template"}});
  head(out, screen);
  out.open("body", {{"class", "govuk-template__body"}, unless_empty("data-brand", screen.brand)})
      .element(
          "a",
          {{"href", "#main"}, {"class", "govuk-skip-link"}, {"data-module", "govuk-skip-link"}},
          words::kSkipToContent);
  header(out, screen);
  out.open("div", {{"class", "govuk-width-container"}})
      .open("main", {{"class", "govuk-main-wrapper"},
                     {"id", "main"},
                     {"data-screen", screen.id},
                     {"data-sending", std::string{words::kSending}},
                     {"data-loading", std::string{words::kLoading}},
                     {"data-stop", std::string{words::kStop}}})
      .open("div", {{"class", "putright-column"}});
  last_resort(out, screen);
  html::present_error_summary(out, screen.problems);
  html::Presenter{out}.present(screen.body);
  out.close("div").close("main").close("div");
  footer(out, screen);
  out.close("body").close("html");
  return out.take();
}

}  // namespace putright
