print("begun")
while true {}
