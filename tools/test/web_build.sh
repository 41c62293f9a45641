# shellcheck shell=bash
track=web needs='web_install' what='web pages built for the server to embed'
run() { web_build; }
