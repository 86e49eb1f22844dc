def parse(text : String)
  text.to_i + 1
end

puts parse("twelve")
