declare -A ages=([ada]=36 [alan]=41)
for name in "${!ages[@]}"; do echo "$name ${ages[$name]}"; done | sort
mapfile -t words < <(printf '%s\n' one two)
echo "${#words[@]} ${words[-1]}"

echo '{"bugs": [{"id": 6}, {"id": 7}]}' | jq '.bugs | map(.id) | add'
printf '%s\n' 3 1 2 | sort -n | awk '{ sum += $1 } END { print NR, sum }'
echo '2 ^ 100' | bc
TZ=Europe/Paris date -d '2024-07-01 12:00 UTC' +%H:%M
cat <<END | tr a-z A-Z | sed 's/BUG/&S/'
bug, $(basename /a/b.txt .txt)
END
text='日本語'
echo "${#text} ${text:1}"
