# shellcheck shell=bash
track=server needs='build_clang' what='libFuzzer for some seconds: Markdown, and how the search reads texts and questions'
# The runs are short and begin from seeds that are kept, so they find what a change has broken; longer ones are for whoever changes the parser:
# build/clang/tests/fuzz/markdown_fuzz -max_total_time=3600 FOLDER tests/fuzz/seeds/markdown
run() {
    local name work
    work=$(mktemp -d)
    export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1
    for name in markdown search; do
        mkdir "$work/$name"
        check "$name: any bytes" timeout 300 "build/clang/tests/fuzz/${name}_fuzz" -seed=20260401 -runs=20000 -max_total_time=20 -max_len=4096 \
            -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$top/build/test-logs/" "$work/$name" "tests/fuzz/seeds/$name"
    done
    rm -rf "$work"
}
