while {true} {
    lappend kept [string repeat x 1000000]
}
