channel = Channel(Int32).new

4.times do |n|
  spawn do
    sleep (20 * (4 - n)).milliseconds
    channel.send(n * n)
  end
end

puts (1..4).map { channel.receive }.sort!.join(" ")
puts `echo from a child process`
