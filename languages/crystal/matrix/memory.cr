kept = [] of Bytes
loop { kept << Bytes.new(1024 * 1024, 1_u8) }
