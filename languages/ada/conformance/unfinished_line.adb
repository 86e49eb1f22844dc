with Ada.Integer_Text_IO; use Ada.Integer_Text_IO;
with Ada.Text_IO;         use Ada.Text_IO;

procedure Unfinished_Line is
   Number, Sum : Integer := 0;
begin
   Put ("sum: ");
   while not End_Of_File loop
      Get (Number);
      Sum := Sum + Number;
   end loop;
   Put (Sum, Width => 0);
end Unfinished_Line;
