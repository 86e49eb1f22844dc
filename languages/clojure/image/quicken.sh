#!/bin/sh
# Archives the classes that most programs begin with as the virtual machine has them in memory.
set -eu
home=/usr/local/clojure
options=/usr/share/bugdrill/options
cd "$(mktemp -d)"
# No archive is made with a folder of classes on the path: the program's own comes after the libraries, and is left out here.
libraries=$(sed -n 's/^\(.*\.jar\):\.$/\1/p' $options)
sed '/AOTCache/d; /^-cp/,$d' $options > run

printf 'one\ntwo\n' | java @run -XX:AOTMode=record -XX:AOTConfiguration=run.conf -cp "$libraries" bugdrill.run /usr/share/bugdrill/warm.clj x > warm.out
java @run -XX:AOTMode=create -XX:AOTConfiguration=run.conf -XX:AOTCache=$home/run.aot -cp "$libraries" > create.log
rm -rf "$PWD"
