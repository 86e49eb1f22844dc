with Ada.Text_IO; use Ada.Text_IO;
with Thought;

procedure Main is
begin
   Put_Line ("from a folder:" & Integer'Image (Thought.Answer));
end Main;
