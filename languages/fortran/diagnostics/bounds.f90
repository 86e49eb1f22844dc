program bounds
   implicit none
   real :: values(3) = 0
   integer :: i

   i = 3 + command_argument_count()
   values(i + 1) = 1
   print *, values
end program bounds
