function result = half(n)
  result = n / ;
endfunction
