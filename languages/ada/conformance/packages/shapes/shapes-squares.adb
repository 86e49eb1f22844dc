package body Shapes.Squares is

   overriding function Area (Item : Square) return Natural is
   begin
      return Item.Side ** 2;
   end Area;

end Shapes.Squares;
