line = input()
print(f"grüße, {line} 世界 🐛")
