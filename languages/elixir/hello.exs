IO.puts("Hello World")
