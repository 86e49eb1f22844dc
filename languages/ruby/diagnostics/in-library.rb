require "json"

def read(text) = JSON.parse(text)

read("{")
