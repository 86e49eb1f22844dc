package require json
package require math::statistics
package require sha256
package require struct::list

puts [dict get [json::json2dict {{"name": "naïve 🐛"}}] name]
puts [math::statistics::mean {1 2 6}]
puts [string length [sha2::sha256 -hex bugdrill]]
puts [struct::list reverse {a b c}]
puts "[string length 日本語🐛] [string reverse naïve] [string toupper grün]"
puts [expr {2 ** 100}]
puts [clock format 0 -format %Y-%m-%d -timezone :Europe/Paris]

oo::class create Square {
    constructor {side} {my variable Side; set Side $side}
    method area {} {my variable Side; return [expr {$Side ** 2}]}
}
puts [[Square new 3] area]
