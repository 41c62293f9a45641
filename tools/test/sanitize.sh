# shellcheck shell=bash
track=server needs='build_clang' what='the same tests under ASan and UBSan'
run() {
    export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
    export LSAN_OPTIONS="suppressions=$top/tools/test/leaks_of_libraries.txt:print_suppressions=0"
    unset HAGUKUMI_TEST_POSTGRES
    gtests clang
}
