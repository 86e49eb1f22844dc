def fail():
    raise ExceptionGroup("several", [ValueError("one"), TypeError("two")])


fail()
