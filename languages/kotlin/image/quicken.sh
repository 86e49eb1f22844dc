#!/bin/sh
# Archives the classes that compiling, and most programs, begin with as the virtual machine has them in memory.
set -eu
home=/usr/local/kotlin
cd "$(mktemp -d)"
cp /usr/share/bugdrill/Warm.kt .
grep -v AOTCache /usr/share/bugdrill/build-options > build
grep -v AOTCache /usr/share/bugdrill/options > run

# Java says much of classes that it leaves out: that is of use only when it fails.
quietly() {
  "$@" > log 2>&1 || { tail -20 log; exit 1; }
}

quietly java @build -XX:AOTMode=record -XX:AOTConfiguration=build.conf Build Warm.kt Warm.kt
quietly java @build -XX:AOTMode=create -XX:AOTConfiguration=build.conf -XX:AOTCache=$home/build.aot

# No archive is made with a folder of classes on the path: the program's own are put into a jar for that.
libraries=$(sed -n 's/^-cp \(.*\):classes:\.$/\1/p' program)
quietly java @build org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -jdk-home /usr/local/java \
  -cp "${libraries%:*}" -d "${libraries##*:}" Warm.kt
printf 'one\n2 3.5\n' > warm.in
quietly java @run -XX:AOTMode=record -XX:AOTConfiguration=run.conf -cp "$libraries" bugdrill.warm.WarmKt < warm.in
quietly java @run -XX:AOTMode=create -XX:AOTConfiguration=run.conf -XX:AOTCache=$home/run.aot -cp "$libraries"
rm -rf "$PWD"
