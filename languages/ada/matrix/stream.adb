with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
begin
   Put_Line ("first");
   delay 0.5;
   Put_Line ("second");
end Main;
