with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
   Count : Natural := 0;
   pragma Volatile (Count);
begin
   Put_Line ("begun");
   loop
      Count := (Count + 1) mod 1_000;
   end loop;
end Main;
