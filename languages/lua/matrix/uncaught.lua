print("before")
error("nobody catches this") -- HERE
