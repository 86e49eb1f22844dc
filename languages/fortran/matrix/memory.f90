program memory
   implicit none
   type :: piece
      integer :: data(250000)
      type(piece), pointer :: next => null()
   end type piece
   type(piece), pointer :: kept, newest

   kept => null()
   do
      allocate (newest)
      newest%data = 1
      newest%next => kept
      kept => newest
   end do
end program memory
