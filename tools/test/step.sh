# Runs one step: tools/test/NAME.sh in a shell with everything a step may use. Called by ./test, which reads $count_file.
# shellcheck shell=bash
. "$(dirname "$0")/../lib.sh"
. tools/web.sh

# count PASSED FAILED: adds to the step's figures. A step that counts nothing counts as one, by its exit status.
# shellcheck disable=SC2154
count() { printf '%s %s\n' "$1" "$2" >>"$count_file"; }

# check TITLE COMMAND…: one test of its own.
check() {
    local title=$1
    shift
    if "$@"; then
        say "ok: $title"
        count 1 0
    else
        say "FAILED: $title"
        count 0 1
    fi
}

# count_last_line FILE: adds the figures of the "N passed, N failed" with which the file ends.
count_last_line() {
    local passed failed
    read -r passed failed < <(grep -oE '[0-9]+ passed, [0-9]+ failed' "$1" | tail -1 | sed -E 's/([0-9]+) passed, ([0-9]+) failed/\1 \2/') ||
        { say "the run broke off before its last line"; return 1; }
    count "$passed" "$failed"
}

# skip REASON: the step ends without a count of its own; ./test prints the reason beside it.
skip() {
    say "skipped: $*"
    exit 0
}

server_sources() { git ls-files -co --exclude-standard -- 'server/*.cpp' 'server/*.hpp' 'cmake/*.hpp' 'tests/*.cpp' 'tests/*.hpp' 'bench/*.cpp'; }

# build_programs FOLDER: everything the folder's configuration makes, with the compiler niced so that a browser beside it keeps its pace.
build_programs() { NINJA_STATUS='[%f/%t] ' nice -n 5 ninja -C "build/$1" -k 20; }

test_programs() { find "build/$1" -name '*_test' -type f -perm -u+x | sort; }

# gtests FOLDER WORD: runs every test program of a build folder, two at a time, and counts the single tests.
gtests() {
    local folder=$1 out program
    out="$top/build/test-results/gtest-$folder-${2-}"
    rm -rf "$out"
    mkdir -p "$out"
    test_programs "$folder" | xargs -r -P "$(nproc)" -I{} bash -c '
        name=$(basename "$1"); cd "$3"
        timeout 600 "$1" --gtest_brief=1 --gtest_output="json:$2/$name.json" >"$2/$name.log" 2>&1
        echo $? >"$2/$name.status"' _ "$top/{}" "$out" "$top"
    for program in "$out"/*.status; do
        [ -e "$program" ] || die "no test program was built in build/$folder"
        gtest_result "${program%.status}"
    done
}

gtest_result() {
    local base=$1 passed=0 failed=0 skipped=0 status
    status=$(cat "$base.status")
    if [ -s "$base.json" ]; then
        failed=$(awk -F'[:,]' '/"failures"/ { print $2 + 0; exit }' "$base.json")
        skipped=$(grep -c '"result": "SKIPPED"' "$base.json" || true)
        passed=$(($(awk -F'[:,]' '/"tests"/ { print $2 + 0; exit }' "$base.json") - failed - skipped))
    fi
    # A program that dies in the middle writes no report: the death itself is the failure.
    if ((status != 0 && failed == 0)); then failed=1; fi
    count "$passed" "$failed"
    say "$(basename "$base"): $passed passed, $failed failed$( ((skipped)) && echo ", $skipped skipped")"
    if ((failed)); then cat "$base.log"; fi
}

# serve_demo PORT LOG OPTION…: the demo of two small cities, served until the step ends; the options say where it is kept.
serve_demo() {
    local port=$1 log=$2 data server i
    shift 2
    data=$(mktemp -d)
    build/test/hagukumi demo --data "$data" --cities hirakata,kakamigahara --staff 120 "$@"
    [ $# = 0 ] || set -- "$@" --schemas hirakata,kakamigahara
    build/test/hagukumi serve --data "$data" --listen "127.0.0.1:$port" "$@" >"$log" 2>&1 &
    server=$!
    # shellcheck disable=SC2064
    trap "kill $server; wait $server; rm -rf $data" EXIT
    for ((i = 0; i < 600; i++)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
        sleep 0.1
    done
    die "the demo is not served; see $log."
}

# shellcheck disable=SC1090
. "tools/test/$1.sh"
run
