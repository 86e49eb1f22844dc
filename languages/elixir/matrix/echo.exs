Enum.each(IO.stream(), &IO.write/1)
