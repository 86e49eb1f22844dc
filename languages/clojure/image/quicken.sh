#!/bin/sh
# Archives the classes that most programs begin with as the virtual machine has them in memory.
set -eu
home=/usr/local/clojure
libraries=$home/run.jar:$home/clojure.jar:$home/spec.alpha.jar:$home/core.specs.alpha.jar
cd "$(mktemp -d)"
sed '/AOTCache/d; /^-cp/,$d' /usr/share/bugdrill/options > run

printf 'one\ntwo\n' | java @run -XX:AOTMode=record -XX:AOTConfiguration=run.conf -cp "$libraries" bugdrill.run /usr/share/bugdrill/warm.clj x > warm.out
java @run -XX:AOTMode=create -XX:AOTConfiguration=run.conf -XX:AOTCache=$home/run.aot -cp "$libraries"
rm -rf "$PWD"
