program leave
   implicit none
   print '(a)', 'leaving'
   stop 3
end program leave
