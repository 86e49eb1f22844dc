package Shapes.Squares is

   type Square is new Shape with record
      Side : Natural;
   end record;

   overriding function Area (Item : Square) return Natural;

end Shapes.Squares;
