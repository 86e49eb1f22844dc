#!/bin/sh
# Compiles the entry ($1) with all modules (the others). A module is found in whichever folder it is, and every module
# is compiled after those that it uses.
set -e
entry=$1
shift
common=/usr/share/bugdrill
folders=$(for source; do dirname "$source"; done | sort -u)
include=
for folder in $folders; do include="$include -I $folder"; done
sources=$entry
if [ $# -gt 1 ]; then sources=$(ocamldep -sort $include "$@"); fi
wraps=
for name in output output_bytes output_char input input_char input_scan_line; do
    wraps="$wraps -ccopt -Wl,--wrap=caml_ml_$name"
done
exec ocamlopt -g $include -I +unix -I +str -I +threads -I +zarith \
    unix.cmxa threads.cmxa str.cmxa zarith.cmxa $common/stdio.o $wraps $sources -o program
