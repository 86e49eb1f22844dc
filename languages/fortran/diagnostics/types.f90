program types
   implicit none
   integer :: number, unused

   number = 'text'
   print *, nmber
end program types
