module thought
   implicit none
contains
   pure integer function answer()
      answer = 6*7
   end function answer
end module thought
