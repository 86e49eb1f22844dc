print("after a mark", __file__)
raise ValueError("ü")
