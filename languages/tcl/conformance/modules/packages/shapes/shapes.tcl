package provide shapes 1.0

namespace eval shapes {
    proc area {side} {
        return [expr {$side ** 2}]
    }
}
