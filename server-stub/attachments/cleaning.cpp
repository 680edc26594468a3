#include "server-stub/attachments/cleaning.hpp"

#include "server-stub/attachments/heic.hpp"
#include "server-stub/attachments/jpeg.hpp"
#include "server-stub/attachments/png.hpp"

namespace putright::attachments {

std::optional<Pieces> without_metadata(Content const& content, std::string_view media_type) {
  if (media_type == "image/jpeg") return jpeg_without_metadata(content);
  if (media_type == "image/png") return png_without_metadata(content);
  if (media_type == "image/heic") return heic_without_metadata(content);
  Pieces whole;
  whole.keep(0, content.bytes);
  return whole;
}

}  // namespace putright::attachments
