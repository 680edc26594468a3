// A notice as it goes out, made from what is kept of its complaint.
#pragma once
#include <optional>
#include <string>

#include "portal/notices/notice.hpp"
#include "server-stub/notices/message.hpp"
#include "server-stub/store/store.hpp"

namespace putright::notices {

/// What a notice is made from: the complaint as it was with the event that it is about. None when
/// the row and the complaint do not fit each other.
std::optional<NoticeFacts> facts_of(store::KeptComplaint const& kept,
                                    store::KeptNotice const& notice, std::string const& origin);

/// The notice as a message from this address. Refused in words without personal data.
Outcome<Message, Failure> compose(PolicyBook const& book, NoticeFacts const& facts,
                                  store::NoticeKey const& notice, std::string const& from);

/// The letter of this notice, for a colleague to print: whoever is to hear of it, and however. None
/// when there is no such notice.
std::optional<view::Screen> letter_about(PolicyBook const& book, store::KeptComplaint const& kept,
                                         std::vector<store::KeptNotice> const& notices,
                                         store::NoticeKey const& about, std::string const& origin,
                                         std::string path);

}  // namespace putright::notices
