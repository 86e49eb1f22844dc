case :gen_tcp.connect({192, 0, 2, 1}, 80, []) do
  {:ok, _socket} -> IO.puts("connected")
  {:error, _reason} -> IO.puts("no network")
end
