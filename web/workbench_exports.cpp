// The workbench's WebAssembly boundary: events in as JSON, drawings out as a list of numbers that
// the page's renderer walks. Built only as WebAssembly: addresses are 32-bit numbers here.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <imgui.h>

#include "portal/workbench/host.hpp"
#include "shared/policy/load_policy_book.hpp"

using namespace putright;

namespace {

// One module serves one canvas.
std::string input;
std::string result;
std::vector<std::uint32_t> drawing;
std::optional<workbench::Workbench> bench;
std::uint32_t textures_made = 0;

// What one entry of the drawing says. Each is followed by its numbers;
// web/src/workbench_renderer.ts reads them.
enum class Stroke : std::uint32_t {
  make_texture = 1,    // texture, width, height, pixels
  change_texture = 2,  // texture, x, y, width, height, pixels, pixels a row
  drop_texture = 3,    // texture
  use_list = 4,        // vertices, bytes of them, indices, bytes of them
  triangles =
      5,  // texture, left, top, right, bottom (device pixels), indices, first index, first vertex
};

template <class T>
std::uint32_t address(T const* at) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
}

std::uint32_t whole(float number) {
  return number <= 0 ? 0U : static_cast<std::uint32_t>(number + 0.5F);
}

void add(Stroke stroke, std::initializer_list<std::uint32_t> numbers) {
  drawing.push_back(static_cast<std::uint32_t>(stroke));
  drawing.insert(drawing.end(), numbers);
}

void add_texture(ImTextureData& texture) {
  auto const name = static_cast<std::uint32_t>(texture.TexID);
  auto const width = static_cast<std::uint32_t>(texture.Width);
  if (texture.Status == ImTextureStatus_WantCreate) {
    texture.SetTexID(++textures_made);
    add(Stroke::make_texture, {textures_made, width, static_cast<std::uint32_t>(texture.Height),
                               address(texture.Pixels)});
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    for (ImTextureRect const& part : texture.Updates) {
      add(Stroke::change_texture,
          {name, part.x, part.y, part.w, part.h,
           address(static_cast<unsigned char*>(texture.GetPixelsAt(part.x, part.y))), width});
    }
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    add(Stroke::drop_texture, {name});
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
  }
}

void add_list(ImDrawList const& list, ImVec2 ratio) {
  add(Stroke::use_list,
      {address(list.VtxBuffer.Data), static_cast<std::uint32_t>(list.VtxBuffer.size_in_bytes()),
       address(list.IdxBuffer.Data), static_cast<std::uint32_t>(list.IdxBuffer.size_in_bytes())});
  for (ImDrawCmd const& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
    ImVec4 const& clip = command.ClipRect;
    add(Stroke::triangles,
        {static_cast<std::uint32_t>(command.GetTexID()), whole(clip.x * ratio.x),
         whole(clip.y * ratio.y), whole(clip.z * ratio.x), whole(clip.w * ratio.y),
         command.ElemCount, command.IdxOffset, command.VtxOffset});
  }
}

void record_drawing(ImDrawData const& data) {
  drawing.clear();
  if (data.Textures != nullptr) {
    for (ImTextureData* texture : *data.Textures) {
      if (texture->Status != ImTextureStatus_OK) add_texture(*texture);
    }
  }
  for (ImDrawList const* list : data.CmdLists) {
    add_list(*list, data.FramebufferScale);
  }
}

}  // namespace

extern "C" {

/// A buffer for `size` bytes of input, good until the next call of this function.
char* workbench_reserve(std::size_t size) {
  input.resize(size);
  return input.data();
}

/// Opens the workbench with the joined policy book. 1: open; 0: refused, the reason is the result.
int workbench_open(std::size_t size) {
  auto loaded = load_joined_policy_book(std::string_view{input}.substr(0, size));
  if (!loaded.ok()) {
    result = describe(loaded.error());
    return 0;
  }
  bench.emplace(std::move(loaded).value(), input.substr(0, size));
  return 1;
}

/// One event (portal/workbench/host.hpp). 1: understood.
int workbench_tell(std::size_t size) {
  if (!bench) return 0;
  return workbench::tell(*bench, std::string_view{input}.substr(0, size)) == workbench::Heard::yes
             ? 1
             : 0;
}

/// Draws a frame. 0: another is due at once; -1: none until something happens.
double workbench_frame(double now_ms) {
  if (!bench) return canvas::kSleep;
  double const wait = bench->frame(now_ms);
  record_drawing(*bench->stage().drawn());
  return wait;
}

/// The frame as 32-bit numbers, good until the next frame.
std::uint32_t const* workbench_drawing() {
  return drawing.data();
}
std::size_t workbench_drawing_size() {
  return drawing.size();
}

/// Writes the report on the last frame as the result.
void workbench_report() {
  result = bench ? workbench::report(*bench) : std::string("{}");
}

/// Writes the customer's page, whole, as the result.
void workbench_page() {
  result = bench ? bench->page() : std::string();
}

char const* workbench_result_data() {
  return result.data();
}
std::size_t workbench_result_size() {
  return result.size();
}

}  // extern "C"
