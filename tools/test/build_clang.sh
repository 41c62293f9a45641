# shellcheck shell=bash
track=server needs='' what='clang 14 build of the tests with ASan and UBSan'
run() {
    configure clang -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DHAGUKUMI_SANITIZE=address,undefined
    build_programs clang
}
