program stream
   use, intrinsic :: iso_c_binding, only: c_int
   implicit none
   interface
      integer(c_int) function usleep(microseconds) bind(c)
         import :: c_int
         integer(c_int), value :: microseconds
      end function usleep
   end interface
   integer(c_int) :: status

   print '(a)', 'first'
   status = usleep(500000_c_int)
   print '(a)', 'second'
end program stream
