#!/bin/sh
# Archives the classes that compiling, and most programs, begin with as the virtual machine has them in memory.
set -eu
java=/usr/local/java
archive=$java/lib/server/classes_coh.jsa
cd "$(mktemp -d)"
cp /usr/share/bugdrill/Warm.java .
build="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1"

java $build -XX:AOTMode=record -XX:AOTConfiguration=build.conf -jar $java/build.jar Warm.java Warm.java
java $build -XX:AOTMode=create -XX:AOTConfiguration=build.conf -cp $java/build.jar -XX:AOTCache=$java/build.aot

echo 'one 2 3.5' | java @/usr/share/bugdrill/options -XX:DumpLoadedClassList=all -cp classes Warm > warm.out
grep -v Warm all > some
java @/usr/share/bugdrill/options -Xshare:dump -XX:SharedClassListFile=some -XX:SharedArchiveFile="$archive" -cp '' > dump.log
rm -rf "$PWD"
