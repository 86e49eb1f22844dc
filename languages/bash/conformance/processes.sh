for n in 1 2 3; do
  (sleep "0.$n"; echo "job $n") &
done
wait
(exit 4) || echo "ended with $?"

coproc upper { while read -r line; do echo "${line^^}"; done; }
echo 'text' >&"${upper[1]}"
read -r line <&"${upper[0]}"
echo "$line"

trap 'echo "cleaned up"' EXIT
trap 'echo "asked to stop"' TERM
kill -TERM $$
diff <(printf 'a\nb\n') <(printf 'a\nc\n') | grep '^[<>]'
