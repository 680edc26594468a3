// What the parts of the portal share: reading a form, and the answers by HTTP status.
#pragma once
#include <algorithm>

#include "portal/journey/portal.hpp"
#include "portal/journey/steps.hpp"
#include "shared/submission/later_forms.hpp"

namespace putright::answering {

inline constexpr int kOk = 200;
inline constexpr int kNotFound = 404;
inline constexpr int kConflict = 409;
inline constexpr int kProblems = 422;
inline constexpr int kErased = 410;
inline constexpr int kPaused = 429;
inline constexpr int kEffectFailed = 502;

/// The first field of this name, or an empty view.
inline std::string_view field(PortalRequest const& request, std::string_view name) {
  for (auto const& [key, value] : request.form) {
    if (key == name) return value;
  }
  return {};
}

inline bool has_field(PortalRequest const& request, std::string_view name) {
  return std::any_of(request.form.begin(), request.form.end(),
                     [&](auto const& pair) { return pair.first == name; });
}

inline PortalResponse shown(int status, view::Screen screen) {
  return {status, std::move(screen), std::nullopt};
}

/// What the stub refuses, in its own words where it names problems that we know; never empty.
std::vector<Problem> problems_in(EffectAnswer const& answer);

/// One step of one journey of one kind.
PortalResponse answer_step(PortalRequest const& request, PolicyBook const& book, Brand const& brand,
                           FeedbackKind kind, Step step);

/// `/<brand>/track`: by reference and key.
PortalResponse answer_tracking(PortalRequest const& request, PolicyBook const& book,
                               Brand const& brand);

/// `/<brand>/track/<form>`: what a customer sends later.
PortalResponse answer_later_form(PortalRequest const& request, PolicyBook const& book,
                                 Brand const& brand, LaterForm form);

/// `/<brand>/verify`: is this receipt ours?
PortalResponse answer_verifying(PortalRequest const& request, PolicyBook const& book,
                                Brand const& brand);

/// `/<brand>/outbox`: what waits on the device.
PortalResponse answer_outbox(PortalRequest const& request, Brand const& brand);

}  // namespace putright::answering
