def boom(n):
    raise ValueError(n)


errors = []
for n in range(3):
    try:
        boom(n)
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup('three', errors)
