BEGIN {
  connection = "/inet/tcp/0/192.0.2.1/80"
  PROCINFO[connection, "NONFATAL"] = 1
  if ((connection |& getline) < 0) print "no network"
  else print "connected"
}
