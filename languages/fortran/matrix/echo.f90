program echo
   implicit none
   character(len=1000) :: line
   integer :: length, status

   do
      read (*, '(a)', advance='no', size=length, iostat=status) line
      if (is_iostat_end(status)) exit
      print '(a)', line(:length)
   end do
end program echo
