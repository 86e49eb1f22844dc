squares = [1, 2, 3].map { |n| Thread.new { n * n } }.map(&:value)
p squares

reader, writer = IO.pipe
pid = fork do
  writer.puts "from the child"
  exit 4
end
writer.close
_, status = Process.wait2(pid)
puts reader.read, status.exitstatus

puts `echo from a shell`
puts Ractor.new { 6 * 7 }.take
