#include "portal/imgui/words.hpp"

#include <algorithm>
#include <cfloat>
#include <string>

#include <imgui_internal.h>

namespace putright::canvas {
namespace {

// Lines stand this many glyph heights apart.
constexpr float kLeading = 1.22F;
constexpr std::string_view kEllipsis = "…";

// Letters of one span with no place to break inside. A piece that follows another without a space
// between them stays on its line.
struct Piece {
  std::size_t span;
  std::string_view text;
  enum class Before { nothing, space, line_end } before;
};

Ink ink_of(view::Span const& span, Hand const& style) {
  Ink ink = style.plain;
  if (span.kind == view::Span::Kind::strong) ink.font = style.strong_font;
  if (span.kind == view::Span::Kind::link || span.kind == view::Span::Kind::email) {
    ink.colour = style.link;
  }
  return ink;
}

bool breaks(char letter, view::Span::Kind kind) {
  if (letter == '\n') return true;
  return letter == ' ' && kind != view::Span::Kind::phone;
}

std::vector<Piece> pieces_of(view::Text const& spans) {
  std::vector<Piece> pieces;
  auto before = Piece::Before::nothing;
  for (std::size_t index = 0; index < spans.size(); ++index) {
    std::string_view const text = spans[index].text;
    std::size_t at = 0;
    while (at < text.size()) {
      if (breaks(text[at], spans[index].kind)) {
        bool const is_line_end = text[at] == '\n';
        if (is_line_end && before == Piece::Before::line_end) pieces.push_back({index, {}, before});
        if (is_line_end || before == Piece::Before::nothing) {
          before = is_line_end ? Piece::Before::line_end : Piece::Before::space;
        }
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text.size() && !breaks(text[end], spans[index].kind))
        ++end;
      pieces.push_back({index, text.substr(at, end - at), before});
      before = Piece::Before::nothing;
      at = end;
    }
  }
  return pieces;
}

class LineFiller {
 public:
  LineFiller(view::Text const& spans, Hand const& style, float width)
      : spans_(spans), style_(style), width_(width), line_height_(style.plain.size * kLeading) {}

  void fill(std::vector<Piece> const& pieces) {
    for (std::size_t at = 0; at < pieces.size();) {
      std::size_t end = at + 1;
      while (end < pieces.size() && pieces[end].before == Piece::Before::nothing)
        ++end;
      place_word(pieces, at, end);
      at = end;
    }
  }

  WordBlock take_block() {
    block_.size = {widest_, block_.fragments.empty() && y_ == 0 ? 0 : y_ + line_height_};
    return std::move(block_);
  }

 private:
  void place_word(std::vector<Piece> const& pieces, std::size_t from, std::size_t to) {
    float word_width = 0;
    for (std::size_t at = from; at < to; ++at) {
      word_width += width_of(pieces[at].text, ink_of(spans_[pieces[at].span], style_));
    }
    float const space =
        x_ > 0 && pieces[from].before == Piece::Before::space ? width_of(" ", style_.plain) : 0;
    bool const too_wide = x_ > 0 && x_ + space + word_width > width_;
    if (pieces[from].before == Piece::Before::line_end || too_wide) {
      new_line();
    } else {
      x_ += space;
    }
    for (std::size_t at = from; at < to; ++at) {
      place_piece(pieces[at]);
    }
  }

  // Cuts a piece that is wider than the whole line.
  void place_piece(Piece piece) {
    Ink const ink = ink_of(spans_[piece.span], style_);
    while (!piece.text.empty()) {
      char const* rest = nullptr;
      char const* const begin = piece.text.data();
      char const* const end = begin + piece.text.size();
      float const room = std::max(width_ - x_, ink.size);
      ink.font->CalcTextSizeA(ink.size, room, 0, begin, end, &rest);
      if (rest <= begin) rest = end;
      auto const length = static_cast<std::size_t>(rest - begin);
      add(piece.span, piece.text.substr(0, length), ink);
      piece.text.remove_prefix(length);
      if (!piece.text.empty()) new_line();
    }
  }

  void add(std::size_t span, std::string_view text, Ink const& ink) {
    float const width = width_of(text, ink);
    auto& fragments = block_.fragments;
    bool const goes_on =
        !fragments.empty() && fragments.back().span == span && fragments.back().offset.y > y_;
    if (goes_on) {
      Fragment& last = fragments.back();
      last.text = {last.text.data(),
                   static_cast<std::size_t>(text.data() + text.size() - last.text.data())};
      last.width = x_ + width - last.offset.x;
    } else {
      float const sink = (line_height_ - style_.plain.size) / 2;
      fragments.push_back({{x_, y_ + sink}, width, text, span});
    }
    x_ += width;
    widest_ = std::max(widest_, x_);
  }

  void new_line() {
    x_ = 0;
    y_ += line_height_;
  }

  view::Text const& spans_;
  Hand const& style_;
  float width_;
  float line_height_;
  float x_ = 0;
  float y_ = 0;
  float widest_ = 0;
  WordBlock block_;
};

}  // namespace

Hand hand(Look const& look, Ink ink) {
  return {ink, look.fonts.semibold, look.brand.main};
}

WordBlock lay_out(view::Text const& spans, Hand const& style, float width) {
  LineFiller filler(spans, style, std::max(width, style.plain.size));
  filler.fill(pieces_of(spans));
  return filler.take_block();
}

float width_of(std::string_view text, Ink const& ink) {
  return ink.font->CalcTextSizeA(ink.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float draw_line(ImVec2 at, std::string_view text, Ink const& ink) {
  ImGui::GetWindowDrawList()->AddText(ink.font, ink.size, at, ink.colour, text.data(),
                                      text.data() + text.size());
  return width_of(text, ink);
}

void draw_line_within(ImVec2 at, std::string_view text, Ink const& ink, float width) {
  if (width_of(text, ink) <= width) {
    draw_line(at, text, ink);
    return;
  }
  char const* rest = nullptr;
  ink.font->CalcTextSizeA(ink.size, width - width_of(kEllipsis, ink), 0, text.data(),
                          text.data() + text.size(), &rest);
  std::string shortened(text.data(), rest);
  shortened += kEllipsis;
  draw_line(at, shortened, ink);
}

float write_at(ImVec2 at, std::string_view text, Ink const& ink, float width) {
  view::Text const spans{{view::Span::Kind::plain, std::string(text), {}}};
  Hand const style{ink, ink.font, ink.colour};
  WordBlock const block = lay_out(spans, style, width);
  for (Fragment const& fragment : block.fragments) {
    draw_line(at + fragment.offset, fragment.text, ink);
  }
  return block.size.y;
}

void write(std::string_view text, Ink const& ink, ItemKind kind) {
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const height = write_at(at, text, ink, width_left());
  take({width_left(), height});
  name_words(kind, text, at.x, at.y, at.x + width_left(), at.y + height);
}

void gap(float height) {
  ImGui::ItemSize(ImVec2(0, height));
}

ImVec2 take(ImVec2 size) {
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImGui::ItemSize(size);
  ImGui::ItemAdd(ImRect(at, at + size), 0);
  return at;
}

Inside::Inside(float pad) : pad_(pad) {
  ImGui::Indent(pad_);
  GImGui->CurrentWindow->ContentRegionRect.Max.x -= pad_;
}

Inside::~Inside() {
  ImGui::Unindent(pad_);
  GImGui->CurrentWindow->ContentRegionRect.Max.x += pad_;
}

Narrowed::Narrowed(float less) : less_(less) {
  GImGui->CurrentWindow->ContentRegionRect.Max.x -= less_;
}

Narrowed::~Narrowed() {
  GImGui->CurrentWindow->ContentRegionRect.Max.x += less_;
}

float width_left() {
  return ImGui::GetContentRegionAvail().x;
}

}  // namespace putright::canvas
