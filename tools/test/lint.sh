# shellcheck shell=bash
track=server needs='build_clang' what='clang-tidy: the list in .clang-tidy, as errors'
run() { tools/lint.sh build/clang; }
