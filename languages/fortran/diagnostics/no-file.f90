program no_file
   implicit none
   integer :: unit

   open (newunit=unit, file='nowhere.txt', status='old')
   close (unit)
end program no_file
