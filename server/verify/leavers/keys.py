"""keys in the keyrings of its session and of its user"""
import ctypes

libc = ctypes.CDLL(None)
ADD_KEY, KEYCTL = 248, 250
for keyring in (-2, -3, -4, -5):
    libc.syscall(ADD_KEY, b'user', b'left', b'left', 4, keyring)
libc.syscall(KEYCTL, 1, b'left')
