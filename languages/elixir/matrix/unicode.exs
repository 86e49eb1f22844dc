line = IO.gets("") |> String.trim_trailing("\n")
IO.puts("grüße, #{line} 世界 🐛")
