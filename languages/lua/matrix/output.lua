for _ = 1, 16384 do
  print(("x"):rep(63))
end
