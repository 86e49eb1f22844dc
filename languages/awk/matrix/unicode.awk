{ print "grüße, " $0 " 世界 🐛" }
