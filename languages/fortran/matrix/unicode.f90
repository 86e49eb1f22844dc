program unicode
   implicit none
   character(len=100) :: line

   read (*, '(a)') line
   print '(a)', 'grüße, '//trim(line)//' 世界 🐛'
end program unicode
