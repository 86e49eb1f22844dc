try:
    {}["key"]
except KeyError as error:
    raise ValueError("two\nlines") from error
