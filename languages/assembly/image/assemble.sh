# Assembles the given files and links them: with the C library's start where one of them has a main, else from _start.
set -e
objects=
for source; do
  object="${source%.*}.o"
  nasm -f elf64 -g -F dwarf "$source" -o "$object" || has_failed=1
  objects="$objects
$object"
done
[ -z "$has_failed" ] || exit 1
IFS='
'
# shellcheck disable=SC2086
if nm $objects | grep -q ' T main$'; then
  exec gcc -no-pie $objects -o program -lm -z noexecstack
else
  exec gcc -no-pie -nostartfiles $objects -o program -Wl,--as-needed -lm -z noexecstack
fi
