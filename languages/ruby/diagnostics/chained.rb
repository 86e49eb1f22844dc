begin
  Integer("two")
rescue ArgumentError
  raise "not a number"
end
