# Sourced: how a step is run, and the one list of steps that scripts/run, scripts/test and check share.
# A step is a function; its output goes to build/logs/NAME.log, the screen gets one line.
# shellcheck source=scripts/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

readonly logs=build/logs
readonly skipped_code=77       # a step returns this, with its reason as last line of its log
# How much of a failed step's log is shown: lines in all that say why, lines after each, and lines of its end.
readonly failure_lines=200 failure_reason_lines=24 failure_tail_lines=20
readonly fuzz_seconds=10       # for each fuzz target

mkdir -p "$logs" 2>/dev/null && [[ -w $logs ]] ||
  refuse "cannot write to $root/$logs (whose is it? \`ls -ld build $logs\`); remove build/ or take it over, then try again"

step_code=0 step_seconds=0

# attempt NAME COMMAND...: runs it in a subshell of its own, so that `set -e` holds inside,
# and leaves the answer in step_code and step_seconds. It never fails itself.
attempt() {
  local name=$1 started=$SECONDS
  shift
  set +e
  (
    set -e
    "$@"
  ) >"$logs/$name.log" 2>&1 </dev/null
  step_code=$?
  set -e
  step_seconds=$((SECONDS - started))
}

# must NAME COMMAND...: a step without which there is no point in going on.
must() {
  printf '%-14s ' "$1"
  attempt "$@"
  if ((step_code != 0)); then
    printf 'FAILED, %d s\n' "$step_seconds"
    refuse "step \"$1\" failed after $step_seconds s; its log is $root/$logs/$1.log"
  fi
  printf 'ok, %d s\n' "$step_seconds"
}

# --- what the steps do ---

configure() {
  local options=(-DPUTRIGHT_WORKBENCH=OFF)
  if [[ -f $imgui_folder/imgui.h ]]; then
    options=(-DPUTRIGHT_WORKBENCH=ON "-DFETCHCONTENT_SOURCE_DIR_IMGUI=$imgui_folder")
  fi
  cmake --preset "$1" "${options[@]}"
}

workflow() {
  configure "$1"
  cmake --build --preset "$1"
  ctest --preset "$1" --no-tests=error
}

sources() {
  find shared portal web server-stub tests -name "$1" | sort
}

step_format() {
  clang-format --version
  { sources '*.cpp' && sources '*.hpp'; } | xargs clang-format --dry-run -Werror
}

step_native() { workflow native; }
step_asan() { workflow asan; }
step_wasm() { workflow wasm; }

step_headers() {
  configure headers
  cmake --build --preset headers
}

step_tidy() { scripts/tidy; }

step_program() {
  configure native
  cmake --build --preset native --target putright
}

# web/all: the modules without the tests.
step_core() {
  configure wasm
  cmake --build --preset wasm --target web/all
}

step_site() {
  npm run build
  build/native/server-stub/putright render --to build/site
  npm run build:worker
}

# Node's runner is content with no test at all; we are not.
step_npm-test() {
  npm test
  local counted
  counted=$(sed -nE 's/^(#|ℹ) tests ([0-9]+)$/\2/p' "$logs/npm-test.log" | awk '{ all += $1 } END { print all + 0 }')
  ((counted > 0)) || { echo "npm test executed no test" && return 1; }
}

step_fuzz() {
  compgen -G 'tests/fuzz/*.cpp' >/dev/null || { echo "there is no fuzz target yet" && return $skipped_code; }
  scripts/fuzz "$fuzz_seconds"
}

# --- the list ---

readonly fast_steps=(format native)
readonly all_steps=(format native headers asan tidy wasm site npm-test fuzz)

# run_steps STEP...: runs them all, whatever fails, prints the table and the closing line;
# returns 1 if one failed.
run_steps() {
  local step passed=0 failed=0 skipped=0 table=() word
  for step in "$@"; do
    printf '== %-10s ' "$step"
    attempt "$step" "step_$step"
    case $step_code in
      0) word=passed && passed=$((passed + 1)) ;;
      "$skipped_code") word="skipped: $(tail -n 1 "$logs/$step.log")" && skipped=$((skipped + 1)) ;;
      *) word=FAILED && failed=$((failed + 1)) ;;
    esac
    printf '%s (%d s)\n' "$word" "$step_seconds"
    [[ $word == FAILED ]] && show_failure "$step"
    table+=("$(printf '%-12s %5d s  %s' "$step" "$step_seconds" "$word")")
  done
  printf '\n%s\n' "Steps:" && printf '  %s\n' "${table[@]}" && printf '\n'
  printf '%d passed, %d failed%s\n' "$passed" "$failed" "$( ((skipped == 0)) || printf ', %d skipped' "$skipped")"
  ((failed == 0 && passed > 0))
}

# Compilers, clang-tidy and doctest say "error:" or "ERROR:", Node's runner "not ok", followed by why.
show_failure() {
  printf -- '---- what %s says of failures:\n' "$logs/$1.log"
  grep -E -n -A "$failure_reason_lines" '(error|ERROR): |^ *not ok ' "$logs/$1.log" | head -n "$failure_lines"
  printf -- '---- its end:\n'
  tail -n "$failure_tail_lines" "$logs/$1.log"
  printf -- '----\n'
}
