puts "Hello from Ruby #{RUBY_VERSION}"
print "What is your name? "
name = gets&.strip
name = "stranger" if name.nil? || name.empty?
puts "Nice to meet you, #{name}!"

(1..3).each { |n| puts "#{n} squared is #{n * n}" }
