procedure Main is
   type Piece;
   type Piece_Access is access Piece;
   type Numbers is array (1 .. 250_000) of Integer;
   type Piece is record
      Data : Numbers;
      Next : Piece_Access;
   end record;

   Kept : Piece_Access;
begin
   loop
      Kept := new Piece'(Data => [others => 1], Next => Kept);
   end loop;
end Main;
