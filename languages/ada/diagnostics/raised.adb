procedure Raised is
   Too_Large : exception;

   procedure Check (N : Integer) is
   begin
      if N > 2 then
         raise Too_Large with "more than two";
      end if;
   end Check;
begin
   Check (3);
end Raised;
