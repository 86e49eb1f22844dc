source ./lib/answer.sh

echo "from a folder: $(answer)"
