program scratch_file
   implicit none
   integer :: i, unit, number, total

   open (newunit=unit, file='numbers.txt', status='replace', action='readwrite')
   do i = 1, 10
      write (unit, '(i0)') i**2
   end do
   rewind (unit)
   total = 0
   do i = 1, 10
      read (unit, *) number
      total = total + number
   end do
   close (unit, status='delete')

   open (newunit=unit, status='scratch', form='unformatted')
   write (unit) total
   rewind (unit)
   read (unit) number
   close (unit)
   print '(i0)', number
end program scratch_file
