// Stands in for Dear ImGui's tables and columns, which nothing here uses: the tables on the canvas
// are drawn row by row. Without them the workbench's download is about 6 KB smaller. The rest of
// the library names these functions; calling one that would draw is a bug.
#include <imgui.h>
#include <imgui_internal.h>

#include "shared/base/require.hpp"

namespace {

constexpr bool kHasTables = false;

}  // namespace

namespace ImGui {

void EndTable() {
  PUTRIGHT_REQUIRE(kHasTables);
}
void EndColumns() {
  PUTRIGHT_REQUIRE(kHasTables);
}
void PushColumnsBackground() {
  PUTRIGHT_REQUIRE(kHasTables);
}
void PopColumnsBackground() {
  PUTRIGHT_REQUIRE(kHasTables);
}
void TableEndCell(ImGuiTable* /*table*/) {
  PUTRIGHT_REQUIRE(kHasTables);
}
void TableEndRow(ImGuiTable* /*table*/) {
  PUTRIGHT_REQUIRE(kHasTables);
}
void TablePushBackgroundChannel() {
  PUTRIGHT_REQUIRE(kHasTables);
}
void TablePopBackgroundChannel() {
  PUTRIGHT_REQUIRE(kHasTables);
}
void TablePushColumnChannel(int /*column*/) {
  PUTRIGHT_REQUIRE(kHasTables);
}
void TablePopColumnChannel() {
  PUTRIGHT_REQUIRE(kHasTables);
}
void TableGcCompactTransientBuffers(ImGuiTable* /*table*/) {
  PUTRIGHT_REQUIRE(kHasTables);
}

// These are called whether or not there are tables.
void TableGcCompactTransientBuffers(ImGuiTableTempData* /*data*/) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
