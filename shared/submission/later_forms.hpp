// What a customer sends after the first submission: a stage 2 request, an answer to a question, a
// withdrawal. Each is an object of texts, like a submission. Reasons are invited and never required
// (Complaint Handling Code 6.12); only an answer must say something.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/names.hpp"
#include "shared/base/outcome.hpp"
#include "shared/base/problem.hpp"
#include "shared/text/tidy.hpp"

namespace putright {

enum class LaterForm { stage_2_request, answer, withdrawal };

/// Their names in addresses.
inline constexpr std::array<Named<LaterForm>, 3> kLaterForms{{
    {LaterForm::stage_2_request, "stage-2-request"},
    {LaterForm::answer, "answers"},
    {LaterForm::withdrawal, "withdrawal"},
}};

enum class Need { optional, required };

/// One text of a form. `max_characters` counts Unicode characters (code points).
struct TextRule {
  std::string_view name;
  std::size_t max_characters;
  Need need;
};

/// The texts of a form, in screen order.
std::span<TextRule const> rules_of(LaterForm form);

/// The texts that were given, tidied, by name and in screen order.
using GivenTexts = std::vector<std::pair<std::string_view, std::string>>;

/// Reads and checks a form's JSON. All problems at once: unknown fields and wrong types first, then
/// what is missing or too long, in screen order.
Outcome<GivenTexts, std::vector<Problem>> read_later_form(LaterForm form,
                                                          std::string_view json_text);

}  // namespace putright
