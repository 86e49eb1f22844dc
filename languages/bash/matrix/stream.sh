echo "first"
sleep 0.5
echo "second"
