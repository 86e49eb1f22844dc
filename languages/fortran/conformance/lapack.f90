program solve
   implicit none
   integer, parameter :: dp = kind(1.0d0)
   real(dp) :: a(2, 2), b(2)
   integer :: pivots(2), info

   a = reshape([2.0_dp, 1.0_dp, 1.0_dp, 3.0_dp], [2, 2])
   b = [5.0_dp, 10.0_dp]
   call dgesv(2, 1, a, 2, pivots, b, 2, info)
   print '(i0, 2f6.2)', info, b
end program solve
