#!/bin/sh
# What `swiftc` does of all sources together, without its driver, which asks the compiler about itself first and needs Clang to link.
set -eu
swift=/usr/libexec/swift
libraries=$swift/lib/swift
swift-frontend -frontend -c "$@" @/usr/share/bugdrill/options -o program.o
"$swift/bin/swift-autolink-extract" program.o -o program.libraries
gcc -fuse-ld=gold -pie -Wl,-rpath,$libraries/linux $libraries/linux/"$(uname -m)"/swiftrt.o program.o @program.libraries \
  -L $libraries/linux -lswiftCore -o program
rm program.o program.libraries
