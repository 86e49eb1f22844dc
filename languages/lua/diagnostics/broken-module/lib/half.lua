return function(n)
  return n /
end
