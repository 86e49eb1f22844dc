local line = io.read()
print("grüße, " .. line .. " 世界 🐛")
