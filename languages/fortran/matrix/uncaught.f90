program uncaught
   implicit none
   integer :: numbers(3), i

   numbers = [1, 2, 3]
   i = size(numbers) + command_argument_count() + 1
   print '(a)', 'before'
   print '(i0)', numbers(i) ! HERE
end program uncaught
