proc area {width height} {
    return [expr {$width * $height}]
}

puts "known: $nothing"
