# Compiles the given files: one with a module before those that use it, as gfortran needs them.
for file; do
  case $file in
    *[[:space:]]*) is_odd=1 ;;
  esac
done
if [ $# -gt 1 ] && [ -z "$is_odd" ]; then
  ordered=$(
    awk '
      FNR == 1 { print FILENAME, FILENAME }
      { line = tolower($0) }
      line ~ /^ *module +[a-z]/ && line !~ /^ *module +(procedure|function|subroutine) / {
        split(line, word)
        home[word[2]] = FILENAME
      }
      sub(/^ *use *(, *(non_)?intrinsic *)?(:: *)?/, "", line) || sub(/^ *submodule *\( */, "", line) {
        split(line, word, /[^a-z0-9_]+/)
        uses[FILENAME " " word[1]] = 1
      }
      END {
        for (use in uses) {
          split(use, word)
          if (word[2] in home) print home[word[2]], word[1]
        }
      }
    ' "$@" | tsort 2>/dev/null
  )
  # shellcheck disable=SC2086
  set -- $ordered
fi
exec gfortran -O2 -g -Wall -fcheck=bounds,do,mem,pointer,recursion "$@" -o program -Wl,--as-needed -llapack -lblas
