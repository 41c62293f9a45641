#!/usr/bin/env bash
# tools/lint.sh BUILD-FOLDER [FILE…]: clang-tidy with the list in .clang-tidy over the server's sources, two at a time.
# A file that was clean is not looked at again until it, the project's headers that it includes, or the list change:
# what the build knows about its dependencies makes the key, build/lint keeps the keys of clean files.
. "$(dirname "$0")/lib.sh"
folder=${1:?tell me the build folder, for example build/clang}
shift
mkdir -p build/lint
[ -f "$folder/compile_commands.json" ] || die "$folder has no compile_commands.json; run ./test build_clang first."

# object: source and the project's headers it was made from, one line per source: "source<tab>header header …"
dependencies() {
    ninja -C "$folder" -t deps | awk -v top="$top/" '
        function flush() { if (source != "") print source "\t" list; source = list = "" }
        /^[^ ].*: #deps/ { flush(); next }
        /^ / {
            path = $1; gsub("^\\.\\./\\.\\./", top, path)
            if (index(path, top) != 1 || index(path, top "build/") == 1) next
            path = substr(path, length(top) + 1)
            if (source == "" && path ~ /\.cpp$/) source = path
            list = list " " path
        }
        END { flush() }' | sort -u -t "$(printf '\t')" -k1,1
}

common=$(cat .clang-tidy <(clang-tidy --version) | sha256sum)
work=$(mktemp)
trap 'rm -f "$work"' EXIT
while IFS=$'\t' read -r source headers; do
    [ -f "$source" ] || continue
    if (($#)) && [[ " $* " != *" $source "* ]]; then continue; fi
    # shellcheck disable=SC2086
    key=$( (echo "$common $source"; cat $headers 2>/dev/null) | sha256sum | cut -c1-40)
    [ -e "build/lint/$key" ] || printf '%s %s\n' "$key" "$source" >>"$work"
done < <(dependencies)

say "$(wc -l <"$work") files to look at"
status=0
xargs -r -P "$(nproc)" -L1 nice -n 5 bash -c '
    if said=$(clang-tidy --quiet -p "$0" "$2" 2>&1); then touch "build/lint/$1"; echo "clean: $2"
    else printf "%s\n" "$said" | grep -vE "^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header-filter"; exit 1; fi' \
    "$folder" <"$work" || status=1
exit $status
