// What a customer is told without asking: the closed list of notices, and the event that each one
// follows. One follows no event: `date_changed`, after a new bank holiday.
#pragma once
#include <array>
#include <optional>

#include "shared/base/names.hpp"
#include "shared/policy/terms.hpp"

namespace putright {

enum class NoticeKind {
  receipt,
  acknowledgement,
  question,
  visit,
  extension,
  stage_1_response,
  stage_2_acknowledgement,
  stage_2_response,
  closing,
  date_changed
};

/// docs/operating/notices.md has the same list.
inline constexpr std::array<Named<NoticeKind>, 10> kNoticeKinds{{
    {NoticeKind::receipt, "receipt"},
    {NoticeKind::acknowledgement, "acknowledgement"},
    {NoticeKind::question, "question"},
    {NoticeKind::visit, "visit"},
    {NoticeKind::extension, "extension"},
    {NoticeKind::stage_1_response, "stage_1_response"},
    {NoticeKind::stage_2_acknowledgement, "stage_2_acknowledgement"},
    {NoticeKind::stage_2_response, "stage_2_response"},
    {NoticeKind::closing, "closing"},
    {NoticeKind::date_changed, "date_changed"},
}};

/// The notice that follows an event of this type; none for what customers did themselves, and for
/// what is ours alone.
std::optional<NoticeKind> notice_after(EventType type);

}  // namespace putright
