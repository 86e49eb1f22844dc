class Wrong(Exception):
    pass


def fail():
    try:
        {}['missing']
    except KeyError as error:
        error.add_note('a note')
        raise Wrong('wrapped', 3) from error


try:
    fail()
finally:
    print('finally')
