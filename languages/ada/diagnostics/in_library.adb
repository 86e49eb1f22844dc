with Ada.Text_IO; use Ada.Text_IO;

procedure In_Library is
   function Parse (Text : String) return Integer is
   begin
      return Integer'Value (Text) + 1;
   end Parse;
begin
   Put_Line (Parse ("twelve")'Image);
end In_Library;
