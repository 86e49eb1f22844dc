#!/bin/sh
# Compiles C's headers as the compiler reads them, once: it would do that anew for each program that imports Foundation.
set -eu
cd "$(mktemp -d)"
cp /usr/share/bugdrill/warm.swift .
sh /usr/share/bugdrill/build.sh warm.swift
./program > warm.out
chmod -R a+rX /usr/share/bugdrill
rm -rf "$PWD"
