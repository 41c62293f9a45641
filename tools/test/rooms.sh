# shellcheck shell=bash
track=server needs='' what='who may include whom: app, features, platform; one room per library'
run() { tools/check_rooms; }
