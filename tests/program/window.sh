# What the tests of the real program share: sourced with the test's own arguments, MYOMAP BODY.glb WORK_FOLDER. The work folder is
# emptied; what the program keeps for its user lies in it, so no test meets what another one left or the user's own.
set -u
myomap=$1
body=$2
work=$3
state=$work/state.txt     # what the window writes of its state
errors=$work/errors.txt   # its standard error
failures=0
program=
display_server=

rm -rf "$work"
mkdir -p "$work"
export XDG_DATA_HOME=$work/user_data XDG_CONFIG_HOME=$work/user_settings

needs() {  # TOOL…: else the test is skipped
  for tool in "$@"; do
    command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
  done
}
fail() {  # WHAT
  echo "FAILED: $*"
  failures=$((failures + 1))
}
report() {  # the last line of a test
  [ "$failures" -eq 0 ] && echo "all steps passed"
  exit $((failures > 0))
}

stop_window() {
  [ -n "$program" ] || return 0
  kill "$program" 2> /dev/null
  wait "$program" 2> /dev/null
  program=
}
end_all() {
  stop_window
  [ -n "$display_server" ] && kill "$display_server" 2> /dev/null
  wait 2> /dev/null
}
start_display() {  # [WIDTHxHEIGHT]: a virtual one, for this test alone
  needs Xvfb xdotool
  exec 3> "$work/display"
  Xvfb -displayfd 3 -screen 0 "${1:-1400x900}x24" -nolisten tcp > "$work/xvfb.log" 2>&1 &
  display_server=$!
  trap end_all EXIT
  for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
  export DISPLAY=:$(cat "$work/display")
}
# start_window PATTERN OPTION…: the program in the background, in place of the one before; it is there when a line of its state
# matches.
start_window() {
  stop_window
  rm -f "$state"
  "$myomap" --state-file "$state" "${@:2}" 2> "$errors" &
  program=$!
  expect "the window opens" "$1" || exit 1
  xdotool windowfocus "$(xdotool search --onlyvisible --name '^Myomap' | head -1)" 2> /dev/null
  sleep 0.3
}
still_runs() {
  kill -0 "$program" 2> /dev/null || fail "the program has ended"
}

# A wait is long enough for a busy machine: 40 s.
expect() {  # WHAT PATTERN: a line of the state matches before long
  for _ in $(seq 400); do
    grep -qE "^$2\$" "$state" 2> /dev/null && return 0
    sleep 0.1
  done
  fail "$1: no line of the state is \"$2\""
  [ -f "$state" ] && sed 's/^/    /' "$state"
  return 1
}
gone() {  # WHAT PATTERN: before long no line of the state matches
  for _ in $(seq 400); do
    grep -qE "^$2\$" "$state" || return 0
    sleep 0.1
  done
  fail "$1: a line of the state is still \"$2\""
}
never() {  # WHAT PATTERN: no line of the state matches
  grep -qE "^$2\$" "$state" && fail "$1: a line of the state is \"$2\""
  return 0
}
told() {  # WHAT WORDS: standard error says so before long
  for _ in $(seq 400); do
    grep -q "$2" "$errors" && return 0
    sleep 0.1
  done
  fail "$1: standard error does not say \"$2\""
}
appears() {  # WHAT FILE: it is there within a minute
  for _ in $(seq 600); do
    [ -s "$2" ] && return 0
    sleep 0.1
  done
  fail "$1: there is no $2"
  return 1
}
