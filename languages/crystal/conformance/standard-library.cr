require "big"
require "digest/sha256"
require "json"

puts 2.to_big_i ** 100
puts Digest::SHA256.hexdigest("bugdrill")[0, 16]
puts JSON.parse(%({"numbers": [1, 2, 3]}))["numbers"].as_a.sum(&.as_i)
puts "a1b22c333".scan(/\d+/).map(&.[0])

paris = Time::Location.load("Europe/Paris")
puts Time.local(2024, 7, 1, location: paris).offset
