def area( width,height )
    width*height
end
puts   area(4,5)
[1,2,3].each{|n|puts n}
