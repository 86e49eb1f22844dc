require "socket"

begin
  Socket.tcp("192.0.2.1", 80, connect_timeout: 2) { puts "connected" }
rescue SystemCallError
  puts "no network"
end
