# shellcheck shell=bash
track=server needs='build web_build' what='the program with the web pages inside'
run() {
    configure test -DCMAKE_BUILD_TYPE=Debug -DHAGUKUMI_PCH=ON
    ninja -C build/test hagukumi
}
