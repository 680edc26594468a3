#include "portal/view/tree.hpp"

namespace putright::view {

Text plain(std::string text) {
  return {Span{Span::Kind::plain, std::move(text), {}}};
}

Span strong(std::string text) {
  return {Span::Kind::strong, std::move(text), {}};
}

Span link(std::string text, std::string target) {
  return {Span::Kind::link, std::move(text), std::move(target)};
}

}  // namespace putright::view
