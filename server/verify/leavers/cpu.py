"""a share of the CPU that is used up"""
import os
import time

children = [os.fork() for _ in range(2)]
until = time.process_time() + 0.15
while time.process_time() < until:
    pass
