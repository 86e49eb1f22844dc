print("grüß")
