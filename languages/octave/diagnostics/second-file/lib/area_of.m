function result = area_of(width, height)
  result = ones(width) * height;
endfunction
