with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
   Number : constant Integer := "not a number"; -- HERE
begin
   Put_Line (Number'Image);
end Main;
