package ifneeded shapes 1.0 [list source [file join $dir shapes.tcl]]
