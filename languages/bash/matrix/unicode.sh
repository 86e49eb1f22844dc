read -r line
echo "grüße, $line 世界 🐛"
