printf -v line '%63s' ''
line=${line// /x}
for ((i = 0; i < 16384; i++)); do
  echo "$line"
done
