program main
   use thought, only: answer
   implicit none
   print '(a, i0)', 'from a folder: ', answer()
end program main
