with Ada.Command_Line; use Ada.Command_Line;

procedure Overflow is
   Number : Natural := Argument_Count;
begin
   Number := Number - 1;
   Set_Exit_Status (Exit_Status (Number));
end Overflow;
