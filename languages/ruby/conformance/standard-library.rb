require "bigdecimal"
require "digest"
require "json"
require "matrix"
require "openssl"
require "prime"
require "set"
require "time"
require "yaml"
require "zlib"

puts BigDecimal("0.1") + BigDecimal("0.2") == BigDecimal("0.3")
puts Digest::SHA256.hexdigest("bugdrill")[0, 8], Zlib.crc32("bugdrill")
puts JSON.generate({ name: "naïve 🐍", sizes: [1, 2.5, nil] }), { "a" => [1] }.to_yaml
puts Matrix[[1, 2], [3, 4]].determinant, Prime.first(5).inspect, Set[3, 1].sum
puts Time.iso8601("2024-07-01T12:00:00Z").localtime("+02:00").iso8601, OpenSSL::Digest.new("MD5").name
puts "naïve 🐍 日本語".reverse, "日本語".length, Encoding.default_external
