// Reads `multipart/form-data` (RFC 7578) as it arrives, part by part and within limits: a file is
// never held in memory.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace putright::http {

/// What the head of a part says. Names are as sent: neither UTF-8 nor a safe path.
struct PartHead {
  std::string name;
  /// Present in the part of a file field; empty when no file was chosen.
  std::optional<std::string> file_name;
};

/// Hears of each part in turn.
class PartSink {
 public:
  PartSink() = default;
  virtual ~PartSink() = default;
  PartSink(PartSink const&) = delete;
  PartSink& operator=(PartSink const&) = delete;

  virtual void begin_part(PartHead head) = 0;
  virtual void take_part(std::string_view bytes) = 0;
  virtual void end_part() = 0;
};

enum class MultipartFault { none, malformed, too_many_parts };

class MultipartReader {
 public:
  /// `sink` must outlive the reader.
  MultipartReader(std::string_view boundary, PartSink& sink);

  /// Reads on. After a fault the rest is ignored.
  void take(std::string_view bytes);

  /// What was wrong, once all has been taken: a body that ends before its closing boundary is
  /// malformed.
  MultipartFault finish() const;

 private:
  enum class State { start, boundary, head, content, closed, broken };

  bool step(std::string_view& rest);
  bool read_start(std::string_view& rest);
  bool read_to_boundary(std::string_view& rest);
  bool read_after_boundary(std::string_view& rest);
  bool read_head(std::string_view& rest);
  bool fail(MultipartFault fault);
  void pass_on(std::string_view bytes);

  std::string delimiter_;
  PartSink& sink_;
  /// Bytes that cannot be judged without those that follow.
  std::string waiting_{"\r\n"};
  State state_ = State::start;
  MultipartFault fault_ = MultipartFault::none;
  std::size_t parts_ = 0;
};

/// The boundary that a Content-Type header of `multipart/form-data` names; empty when it is another
/// type, or names none that RFC 2046 allows.
std::optional<std::string> multipart_boundary(std::string_view content_type);

/// Reads a part's head, without the empty line after it; empty when it is not that of a form's
/// part.
std::optional<PartHead> read_part_head(std::string_view head);

}  // namespace putright::http
