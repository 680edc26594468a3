#include "server-stub/routes/refusal_page.hpp"

#include "portal/html/page.hpp"
#include "portal/information/refused_form.hpp"
#include "server-stub/limits.hpp"

namespace putright::routes {
namespace {

using http::Refusal;

constexpr std::size_t kMegabyte = 1U << 20U;

// Pages are asked for by GET as well, but only a form has answers in it that could be lost.
bool comes_from_a_page(http::Request const& request) {
  return request.verb == http::Verb::post &&
         request.header("Accept").find("text/html") != std::string_view::npos;
}

RefusedForm::Why why_of(Refusal refusal) {
  if (refusal == Refusal::body_too_large) return RefusedForm::Why::too_large;
  if (refusal == Refusal::cross_site_post) return RefusedForm::Why::from_elsewhere;
  return RefusedForm::Why::unreadable;
}

}  // namespace

http::Answer refuse_caller(Stub& stub, Refusal refusal, http::Request const& request) {
  http::Answer answer = refuse(refusal);
  if (!comes_from_a_page(request)) return answer;
  answer.media_type = "text/html; charset=utf-8";
  answer.body = render_page(refused_form(
      stub.policy.book,
      {request.path, why_of(refusal), std::to_string(limits::kAttachmentsBytes / kMegabyte)}));
  return answer;
}

}  // namespace putright::routes
