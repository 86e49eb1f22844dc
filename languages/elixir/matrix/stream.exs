IO.puts("first")
Process.sleep(500)
IO.puts("second")
