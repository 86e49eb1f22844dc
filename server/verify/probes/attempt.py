"""What every probe in Python says of what it tried: `refused:` or `GOT:`, one line an attempt."""


def attempt(what, act):
    try:
        act()
    except (OSError, ValueError) as error:
        print(f"refused: {what} ({getattr(error, 'strerror', None) or error})")
    else:
        print(f"GOT: {what}")
