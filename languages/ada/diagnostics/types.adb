with Ada.Text_IO; use Ada.Text_IO;

procedure Types is
   Number : Integer := "text";
begin
   Put_Line (Nmber'Image);
   Number := 2.5;
end Types;
