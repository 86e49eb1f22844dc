submodule(shapes) printing
   implicit none
contains
   module procedure describe
      print '(a, f0.2)', 'area ', it%area()
   end procedure describe
end submodule printing
