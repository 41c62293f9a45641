# shellcheck shell=bash
track=server needs='program' what='kill -9, a full disk, an unreadable database: what was acknowledged stays'
run() {
    need_node
    tests/faults/run --rounds 4 --program build/test/hagukumi | tee build/faults.txt || true
    count_last_line build/faults.txt
}
