// The names in an OLE compound file ([MS-CFB]), the container of Word and Excel before 2007, and of
// installers and mails, which we do not take.
#pragma once
#include <string>
#include <vector>

#include "server-stub/attachments/media_type.hpp"

namespace putright::attachments {

/// The names of its streams and storages (ASCII characters of them), in the directory's order;
/// empty when it is no such file. Cut where the directory is damaged or longer than we read.
std::vector<std::string> ole_names(Content const& content);

}  // namespace putright::attachments
