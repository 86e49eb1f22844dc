program loop
   implicit none
   integer, volatile :: count = 0

   print '(a)', 'begun'
   do
      count = mod(count + 1, 1000)
   end do
end program loop
