with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
begin
   loop
      Put_Line (Get_Line);
   end loop;
exception
   when End_Error => null;
end Main;
