print("not there")
