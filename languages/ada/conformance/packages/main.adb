with Ada.Text_IO;    use Ada.Text_IO;
with Shapes.Squares; use Shapes.Squares;

procedure Main is
   Tile : constant Shapes.Shape'Class := Square'(Side => 3);
begin
   Put_Line ("area" & Tile.Area'Image);
end Main;
