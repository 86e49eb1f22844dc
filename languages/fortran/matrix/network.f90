! Fortran has no sockets of its own: the C library's are called.
program network
   use, intrinsic :: iso_c_binding, only: c_int, c_int8_t, c_int16_t
   implicit none
   type, bind(c) :: address
      integer(c_int16_t) :: family = 2
      integer(c_int8_t) :: port(2) = [0, 80]
      integer(c_int8_t) :: host(4) = [-64, 0, 2, 1] ! 192.0.2.1
      integer(c_int8_t) :: zero(8) = 0
   end type address
   interface
      integer(c_int) function socket(domain, kind, protocol) bind(c)
         import :: c_int
         integer(c_int), value :: domain, kind, protocol
      end function socket
      integer(c_int) function connect(socket, to, length) bind(c)
         import :: c_int, address
         integer(c_int), value :: socket, length
         type(address), intent(in) :: to
      end function connect
   end interface

   if (connect(socket(2, 1, 0), address(), 16) == 0) then
      print '(a)', 'connected'
   else
      print '(a)', 'no network'
   end if
end program network
