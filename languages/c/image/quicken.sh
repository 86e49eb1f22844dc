#!/bin/sh
# Makes GCC quicker and no different: gold links, and headers are compiled ahead; see attempt.c for what happens when that
# does not do. The flags are those of the manifests of cpp and cpp23: of the headers in one folder GCC takes the one that
# was compiled with the flags it has now.
set -eu
cd "$(dirname "$0")"
programs=$(dirname "$(gcc -print-prog-name=cc1plus)")

precompile() {
  place=$(echo "#include <$1>" | g++ -std=gnu++20 -x c++ -E - | sed -n "s,^# 1 \"\(/.*/$1\)\" .*,\1,p" | head -n 1)
  mkdir -p "headers/$1.gch"
  g++ -std=gnu++20 -O2 -Wall -ftabstop=1 -x c++-header "$place" -o "headers/$1.gch/20"
  g++ -std=gnu++23 -O2 -Wall -ftabstop=1 -x c++-header "$place" -o "headers/$1.gch/23"
}

# The program in GCC's folder, the quick way, its argument, the plain program, and the name for both.
quicken() {
  gcc -O2 -static -Wall -Wextra -Werror attempt.c -o "$programs/attempt" \
    -DQUICK="\"$2\"" -DEXTRA="\"$3\"" -DPLAIN="\"$4\"" -DNAME="\"$5\""
  mv "$programs/attempt" "$programs/$1"
}

precompile iostream
precompile bits/stdc++.h
quicken ld /usr/bin/ld.gold --warn-execstack /usr/bin/ld /usr/bin/ld
mv "$programs/cc1plus" "$programs/cc1plus-plain"
quicken cc1plus "$programs/cc1plus-plain" "-I$PWD/headers" "$programs/cc1plus-plain" "$programs/cc1plus"
