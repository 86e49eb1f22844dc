program error_stop
   implicit none
   call check(command_argument_count())
contains
   subroutine check(count)
      integer, intent(in) :: count
      if (count < 1) error stop 'too few arguments'
   end subroutine check
end program error_stop
