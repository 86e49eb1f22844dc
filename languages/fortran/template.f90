program main
   implicit none
   character(len=100) :: name
   integer :: n, status
   write (*, '(a)', advance='no') 'What is your name? '
   read (*, '(a)', iostat=status) name
   if (status /= 0 .or. name == '') name = 'stranger'
   print '(a)', 'Nice to meet you, '//trim(name)//'!'
   do n = 1, 3
      print '(i0, a, i0)', n, ' squared is ', n**2
   end do
end program main
