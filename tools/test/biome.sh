# shellcheck shell=bash
track=web needs='web_install' what='Biome: format and lint of the web part'
run() { web_run lint; }
