#include "server-stub/attachments/pieces.hpp"

#include <utility>

namespace putright::attachments {

void Pieces::keep(std::uint64_t from, std::uint64_t bytes) {
  if (bytes == 0) return;
  if (!all_.empty() && all_.back().bytes > 0 && all_.back().from + all_.back().bytes == from) {
    all_.back().bytes += bytes;
  } else {
    all_.push_back({from, bytes});
  }
}

void Pieces::add(std::string own) {
  if (!own.empty()) all_.push_back({0, 0, std::move(own)});
}

bool Pieces::are_whole(Content const& content) const {
  return all_.size() == 1 && all_[0].from == 0 && all_[0].bytes == content.bytes;
}

}  // namespace putright::attachments
