// What the store's rows of one complaint come to: its record for this or that reader, and the
// overview that lists and reports read. Decides nothing: the core does.
#pragma once
#include <string>

#include "server-stub/store/store.hpp"
#include "shared/complaint/assess.hpp"

namespace putright {

/// A customer never sees colleagues' notes, their ids, or what they learnt from the complaint.
enum class Reader { customer, colleague };

/// The member in which an event whose words were erased keeps the digest that it had.
inline constexpr std::string_view kErasedDigestMember = "event_sha256";

/// The record as `putright assess` reads it.
std::string record_json(store::KeptComplaint const& kept, Reader reader);

/// The whole record, as colleagues know it.
Outcome<ComplaintRecord, std::vector<Problem>> record_of(store::KeptComplaint const& kept);

/// What lists and reports need to know.
store::Overview overview_of(ComplaintRecord const& record, Assessment const& assessment,
                            std::string const& policy_sha256);

}  // namespace putright
