package Shapes is

   type Shape is interface;

   function Area (Item : Shape) return Natural is abstract;

end Shapes;
