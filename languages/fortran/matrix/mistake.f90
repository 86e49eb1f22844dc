program mistake
   implicit none
   integer :: number

   number = 'not a number' ! HERE
   print '(i0)', number
end program mistake
