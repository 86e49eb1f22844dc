program unfinished_line
   implicit none
   integer :: number, status, total

   write (*, '(a)', advance='no') 'sum: '
   total = 0
   do
      read (*, *, iostat=status) number
      if (status /= 0) exit
      total = total + number
   end do
   write (*, '(i0)', advance='no') total
end program unfinished_line
