program main
   use shapes
   implicit none
   type(circle) :: round
   type(square) :: even

   round%radius = 2
   even%side = 3
   call describe(round)
   call describe(even)
end program main
