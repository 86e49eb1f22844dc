module shapes
   use constants, only: pi
   implicit none

   type, abstract :: shape_type
   contains
      procedure(area_of), deferred :: area
   end type shape_type

   type, extends(shape_type) :: circle
      real :: radius
   contains
      procedure :: area => circle_area
   end type circle

   type, extends(shape_type) :: square
      real :: side
   contains
      procedure :: area => square_area
   end type square

   interface
      real function area_of(it)
         import :: shape_type
         class(shape_type), intent(in) :: it
      end function area_of
      module subroutine describe(it)
         class(shape_type), intent(in) :: it
      end subroutine describe
   end interface
contains
   real function circle_area(it)
      class(circle), intent(in) :: it
      circle_area = pi*it%radius**2
   end function circle_area

   real function square_area(it)
      class(square), intent(in) :: it
      square_area = it%side**2
   end function square_area
end module shapes
