# Sourced by every script: where the tree is, and what each step may rely on.
# It changes nothing on the machine and prints nothing.
set -euo pipefail

called_from=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"

# The same words and sort order everywhere; a bare machine has no other UTF-8 locale.
export LC_ALL=C.UTF-8

# Debian's emcc needs these modules to optimise; a Node from elsewhere does not look there by itself.
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}

# One compiler for each core: ninja's own choice of two more is too much for a small machine's memory.
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}

# An emsdk that is unpacked but not activated in this shell counts as well.
if [[ -n ${EMSDK:-} && -x ${EMSDK}/upstream/emscripten/emcc ]] && ! command -v emcc >/dev/null; then
  PATH=$EMSDK/upstream/emscripten:$PATH
fi

readonly imgui_folder=$root/third_party/imgui
readonly qrcodegen_folder=$root/third_party/qrcodegen

# refuse WORDS: the one clear line of a script that cannot go on.
refuse() {
  printf 'putright: %s\n' "$*" >&2
  exit 1
}

# absolute PATH: a path given by the caller, seen from the caller's folder.
absolute() {
  [[ $1 == /* ]] && printf '%s\n' "$1" || printf '%s\n' "$called_from/$1"
}
