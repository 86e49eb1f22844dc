#!/bin/sh
# Makes `program` of the package that the entry is in, as `go build` does. Where there is nothing but one folder of plain
# files, compiler and linker are called without it, which takes half the time.
export GOROOT=/usr/local/go XDG_CONFIG_HOME=/usr/local/go/config
tools=$(echo "$GOROOT"/pkg/tool/*)
folder=$(dirname -- "$1")

is_plain() {
  [ "$folder" = . ] && [ ! -e go.mod ] && [ -z "$(find . -name '*_*.go' -o -name '*.s')" ] &&
    ! grep -Eqs '^//go:|^// *\+build|^import +"C"' ./*.go
}

# Fails where only `go build` can say what is wrong.
make_plainly() {
  if ! messages=$("$tools/compile" -o /tmp/main.a -p main -complete -dwarf=false -importcfg "$GOROOT/packages" -pack ./*.go 2>&1); then
    case $messages in *'could not import'*) return 1 ;; esac
    printf '%s\n' "$messages" >&2
    exit 1
  fi
  "$tools/link" -o program -s -importcfg "$GOROOT/packages" /tmp/main.a 2>/dev/null
}

is_plain && make_plainly && exit
[ -e go.mod ] || "$GOROOT/bin/go" mod init program 2>/dev/null
"$GOROOT/bin/go" build -o program "./$folder" || exit
[ -x program ] && exit
echo "$1: package main has to be in $folder" >&2
exit 1
