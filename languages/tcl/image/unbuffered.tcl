
# Output is seen when it is printed, also where it goes into a pipe. Safe interpreters have no stdout.
catch { chan configure stdout -buffering none }
