// News, files and codes: what a page does for a device, drawn so that a colleague sees that it is
// there. The canvas sends no files and nobody holds a phone up to it.
#include "portal/imgui/controls.hpp"
#include "portal/imgui/node_presenter.hpp"
#include "shared/text/words.hpp"

namespace putright::canvas {

void NodePresenter::operator()(view::Notice const& notice) {
  bool const good = notice.tone == view::Notice::Tone::good;
  Paint const colour = good ? kGood : look_.brand.main;
  float const pad = look_.px(16);
  ImVec2 const top = ImGui::GetCursorScreenPos();
  float const width = width_left();
  gap(pad);
  {
    Inside const box(pad);
    write(good ? words::kSuccess : words::kImportant, look_.strong(15, colour));
    gap(look_.px(6));
    write(notice.title, look_.strong(20));
    gap(look_.px(10));
    draw(notice.body);
  }
  ImVec2 const bottom(top.x + width, ImGui::GetCursorScreenPos().y);
  ImGui::GetWindowDrawList()->AddRect(top, bottom, colour, 0, 0, look_.px(4));
  gap(look_.px(24));
}

void NodePresenter::operator()(view::FileField const& field) {
  draw_question(field.label, field.hint, field.problem, false);
  gap(look_.px(16));
}

void NodePresenter::operator()(view::ScanCode const& code) {
  flow(view::plain(code.label), look_.ink(15, kMutedInk));
  gap(look_.px(6));
  flow({view::link(code.target, code.target)}, look_.ink(15));
  gap(look_.px(16));
}

}  // namespace putright::canvas
