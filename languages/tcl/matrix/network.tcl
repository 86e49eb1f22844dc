try {
    close [socket 192.0.2.1 80]
    puts "connected"
} on error {} {
    puts "no network"
}
