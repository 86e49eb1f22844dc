word = "naïve 🐍 日本語"
print(word, len(word))
print(word[::-1])
