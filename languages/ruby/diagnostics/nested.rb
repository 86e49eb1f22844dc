def inner(words)
  words.size + words.lenght
end

def outer(words) = inner(words + ["more"])

outer(["one"])
