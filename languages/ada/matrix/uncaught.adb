with Ada.Command_Line; use Ada.Command_Line;
with Ada.Text_IO;      use Ada.Text_IO;

procedure Main is
   Numbers : constant array (1 .. 3) of Integer := [1, 2, 3];
   Index   : constant Integer := Numbers'Last + Argument_Count + 1;
begin
   Put_Line ("before");
   Put_Line (Numbers (Index)'Image); -- HERE
end Main;
