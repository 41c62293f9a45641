# shellcheck shell=bash
track=server needs='' what='clang-format over every C++ file'
run() { server_sources | xargs -P "$(nproc)" -n 20 clang-format --dry-run -Werror; }
