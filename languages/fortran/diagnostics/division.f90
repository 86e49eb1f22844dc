program division
   implicit none
   integer :: parts

   parts = command_argument_count()
   print '(i0)', 10/parts
end program division
