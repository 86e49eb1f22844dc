module constants
   implicit none
   real, parameter :: pi = acos(-1.0)
end module constants
