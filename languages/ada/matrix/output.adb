with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
   Line : constant String (1 .. 63) := [others => 'x'];
begin
   for I in 1 .. 16_384 loop
      Put_Line (Line);
   end loop;
end Main;
