with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
begin
   Put ("What is your name? ");
   declare
      Name : constant String := (if End_Of_File then "stranger" else Get_Line);
   begin
      Put_Line ("Nice to meet you, " & Name & "!");
   end;
   Put_Line ("6 squared is" & Integer'Image (6 ** 2));
end Main;
