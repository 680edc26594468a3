#include "tests/support/screen_of_words.hpp"

#include <concepts>
#include <type_traits>

#include "tests/support/members.hpp"

namespace putright::support {
namespace {

class Writer {
 public:
  Writer(std::string_view words, int round) : words_(words), round_(round) {}

  void write(std::string& text) { text = words_; }
  void write(bool& is_so) { is_so = round_ % 2 == 1; }
  void write(int& level) { level = round_; }

  template <class Kind>
  requires std::is_enum_v<Kind>
  void write(Kind& kind) { kind = static_cast<Kind>(round_); }

  template <class T>
  void write(std::optional<T>& part) {
    write(part.emplace());
  }

  template <class First, class Second>
  void write(std::pair<First, Second>& pair) {
    write(pair.first);
    write(pair.second);
  }

  template <class T>
  void write(std::vector<T>& list) {
    list.resize(2);
    for (auto& member : list)
      write(member);
  }

  // Every kind of node once; inside a node only one kind, or there would be no end.
  void write(std::vector<view::Node>& nodes) {
    ++depth_;
    if (depth_ == 1) {
      write_every_kind(nodes, static_cast<view::AnyNode const*>(nullptr));
    } else {
      nodes.push_back(written<view::Quotation>());
    }
    --depth_;
  }

  template <class T>
  requires std::is_aggregate_v<T>
  void write(T& object) {
    each_member(object, [this](auto& member) { this->write(member); });
  }

 private:
  template <class T>
  view::Node written() {
    T node;
    write(node);
    return {std::move(node)};
  }

  template <class... Kinds>
  void write_every_kind(std::vector<view::Node>& nodes, std::variant<Kinds...> const*) {
    (nodes.push_back(written<Kinds>()), ...);
  }

  std::string_view words_;
  int round_;
  int depth_ = 0;
};

}  // namespace

view::Screen screen_of_words(std::string_view words, int round) {
  view::Screen screen;
  Writer{words, round}.write(screen);
  return screen;
}

}  // namespace putright::support
