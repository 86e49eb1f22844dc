# compile.sh ENTRY SOURCE...: makes the program whose main procedure is in ENTRY; units may be in any of the sources' folders.
entry=$1
shift
for source; do
  shift
  case $source in
    */*) set -- "$@" "-I${source%/*}" ;;
  esac
done
exec gnatmake-14 -q -O1 -g -gnat2022 -gnata "$@" "$entry" -o program -bargs -Es
