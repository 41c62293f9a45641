# shellcheck shell=bash
track=web needs='' what='web packages'
run() { web_install; }
