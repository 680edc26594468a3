#include "server-stub/http/multipart.hpp"

#include <algorithm>

#include "server-stub/http/header_parameters.hpp"
#include "server-stub/http/message.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kBoundaryMost = 70;

bool is_boundary_character(char c) {
  constexpr std::string_view kSigns = "'()+_,-./:=? ";
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         kSigns.find(c) != std::string_view::npos;
}

// The value of the header of this name in a part's head; empty when it is not there once.
std::optional<std::string_view> header_in(std::string_view head, std::string_view name) {
  std::optional<std::string_view> value;
  while (!head.empty()) {
    std::string_view const line = head.substr(0, head.find(kLineEnd));
    head.remove_prefix(std::min(head.size(), line.size() + kLineEnd.size()));
    std::size_t const colon = line.find(':');
    bool const is_header = colon != std::string_view::npos && colon > 0 &&
                           line.substr(0, colon).find_first_of(" \t") == std::string_view::npos;
    if (!is_header) return std::nullopt;
    if (!same_ignoring_case(line.substr(0, colon), name)) continue;
    if (value) return std::nullopt;
    value = line.substr(colon + 1);
  }
  return value;
}

}  // namespace

MultipartReader::MultipartReader(std::string_view boundary, PartSink& sink)
    : delimiter_("\r\n--" + std::string{boundary}), sink_(sink) {}

void MultipartReader::take(std::string_view bytes) {
  if (state_ == State::closed || state_ == State::broken) return;
  waiting_ += bytes;
  std::string_view rest{waiting_};
  while (step(rest)) {
  }
  waiting_.erase(0, waiting_.size() - rest.size());
}

MultipartFault MultipartReader::finish() const {
  if (state_ == State::closed || state_ == State::broken) return fault_;
  return MultipartFault::malformed;
}

// True: go on. False: more bytes are needed, or no more are wanted.
bool MultipartReader::step(std::string_view& rest) {
  switch (state_) {
    case State::start:
      return read_start(rest);
    case State::content:
      return read_to_boundary(rest);
    case State::boundary:
      return read_after_boundary(rest);
    case State::head:
      return read_head(rest);
    case State::closed:
    case State::broken:
      break;
  }
  rest = {};
  return false;
}

// A form begins with its boundary. (RFC 2046 lets words stand before it; no browser writes any.)
bool MultipartReader::read_start(std::string_view& rest) {
  if (rest.size() < delimiter_.size()) return false;
  if (rest.substr(0, delimiter_.size()) != delimiter_) return fail(MultipartFault::malformed);
  rest.remove_prefix(delimiter_.size());
  state_ = State::boundary;
  return true;
}

bool MultipartReader::read_to_boundary(std::string_view& rest) {
  std::size_t const found = rest.find(delimiter_);
  if (found == std::string_view::npos) {
    std::size_t const sure = rest.size() - std::min(rest.size(), delimiter_.size() - 1);
    pass_on(rest.substr(0, sure));
    rest.remove_prefix(sure);
    return false;
  }
  pass_on(rest.substr(0, found));
  sink_.end_part();
  rest.remove_prefix(found + delimiter_.size());
  state_ = State::boundary;
  return true;
}

void MultipartReader::pass_on(std::string_view bytes) {
  if (!bytes.empty()) sink_.take_part(bytes);
}

// After a boundary: `--` closes; white space and a line end begin the next part.
bool MultipartReader::read_after_boundary(std::string_view& rest) {
  while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t'))
    rest.remove_prefix(1);
  if (rest.size() < 2) return false;
  if (rest.substr(0, 2) == "--") {
    state_ = State::closed;
    return true;
  }
  if (rest.substr(0, 2) != kLineEnd) return fail(MultipartFault::malformed);
  rest.remove_prefix(2);
  state_ = State::head;
  return true;
}

bool MultipartReader::read_head(std::string_view& rest) {
  constexpr std::string_view kHeadEnd = "\r\n\r\n";
  std::size_t const end = rest.substr(0, limits::kPartHeadBytes).find(kHeadEnd);
  if (end == std::string_view::npos)
    return rest.size() >= limits::kPartHeadBytes && fail(MultipartFault::malformed);
  auto head = read_part_head(rest.substr(0, end));
  if (!head) return fail(MultipartFault::malformed);
  if (++parts_ > limits::kFormFields) return fail(MultipartFault::too_many_parts);
  rest.remove_prefix(end + kHeadEnd.size());
  state_ = State::content;
  sink_.begin_part(std::move(*head));
  return true;
}

bool MultipartReader::fail(MultipartFault fault) {
  fault_ = fault;
  state_ = State::broken;
  return true;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  if (media_type_of(content_type) != "multipart/form-data") return std::nullopt;
  auto const parameters = read_parameters(content_type);
  if (!parameters) return std::nullopt;
  auto const boundary = parameter(*parameters, "boundary");
  bool const good = boundary && !boundary->empty() && boundary->size() <= kBoundaryMost &&
                    boundary->back() != ' ' &&
                    std::all_of(boundary->begin(), boundary->end(), is_boundary_character);
  return good ? boundary : std::nullopt;
}

std::optional<PartHead> read_part_head(std::string_view head) {
  auto const disposition = header_in(head, "Content-Disposition");
  if (!disposition) return std::nullopt;
  auto const parameters = read_parameters(*disposition);
  if (!parameters || !same_ignoring_case(parameters->value, "form-data")) return std::nullopt;
  auto name = parameter(*parameters, "name");
  if (!name) return std::nullopt;
  return PartHead{std::move(*name), parameter(*parameters, "filename")};
}

}  // namespace putright::http
