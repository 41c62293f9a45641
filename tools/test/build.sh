# shellcheck shell=bash
track=server needs='' what='Debug build with g++ 12, warnings as errors'
run() {
    configure test -DCMAKE_BUILD_TYPE=Debug -DHAGUKUMI_PCH=ON
    build_programs test
}
