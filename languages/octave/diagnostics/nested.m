1;

function r = inner(x)
  r = x * ones(2, 3);
endfunction

function r = outer(x)
  r = inner(x + 1);
endfunction

outer(ones(4));
