// Writes JSON: no spaces, strings escaped as RFC 8785 asks (canonical form), members in the order
// given. Whoever writes a document that is signed or hashed gives its members in sorted order;
// `canonical` documents are checked for that as they are written.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace putright::json {

/// Whether members must arrive in sorted order (RFC 8785, section 3.2.3; names here are ASCII).
enum class Order { as_written, canonical };

/// Builds one JSON text. Calls must nest properly; a broken sequence is a bug and aborts.
class Writer {
 public:
  explicit Writer(Order order = Order::as_written) : order_(order) {}

  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  Writer& member(std::string_view name);
  Writer& string(std::string_view text);
  Writer& integer(std::int64_t number);
  Writer& boolean(bool value);
  Writer& null();

  Writer& member(std::string_view name, std::string_view text) { return member(name).string(text); }
  Writer& member(std::string_view name, std::int64_t number) {
    return member(name).integer(number);
  }
  /// Writes a JSON text that is already whole, such as one canonical document inside another.
  Writer& raw(std::string_view json_text);

  std::string take();

 private:
  void before_value();

  struct Level {
    bool first = true;
    bool object = false;
    std::string last_name;
  };
  Order order_;
  bool after_name_ = false;
  std::string text_;
  std::vector<Level> levels_;
};

/// Appends `text` as a JSON string with its quotes. Bytes that are not UTF-8 must have been
/// replaced before.
void append_quoted(std::string& out, std::string_view text);

}  // namespace putright::json
