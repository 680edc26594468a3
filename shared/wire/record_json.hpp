// Writes a complaint record as `putright assess` reads it (public/schemas/record.schema.json).
#pragma once
#include <string>

#include "shared/complaint/record.hpp"

namespace putright {

/// A list of `{"id","on"}`, as a record has under `promised`.
std::string promised_json(std::vector<PromisedDate> const& promised);

/// Members that were not given are left out; reading it back gives the same record.
std::string record_json(ComplaintRecord const& record);

}  // namespace putright
