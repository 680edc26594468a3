#include "portal/notices/mail_page.hpp"

#include "portal/html/presenter.hpp"

namespace putright {
namespace {

// Nothing here needs escaping. Programs that leave styles out show plain headings and paragraphs.
constexpr std::string_view kStyle =
    "body{font-family:sans-serif;font-size:1.1em;line-height:1.5;max-width:38em;margin:0 "
    "auto;padding:1em}h1{font-size:1.5em;line-height:1.25}h2,h3{font-size:1.15em}"
    "dt{font-weight:bold}dd{margin:0 0 .5em}";

}  // namespace

std::string render_mail_page(view::Screen const& screen) {
  html::Out out;
  out.doctype().open("html", {{"lang", "en-GB"}}).open("head");
  out.single("meta", {{"charset", "utf-8"}}).element("title", {}, screen.title);
  out.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
      .single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  out.element("style", {}, kStyle).close("head").open("body");
  out.element("p", {}, screen.brand_name).open("main");
  html::Presenter{out}.present(screen.body);
  out.close("main").close("body").close("html");
  return out.take();
}

}  // namespace putright
