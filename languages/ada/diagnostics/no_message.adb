procedure No_Message is
   Too_Large : exception;
begin
   raise Too_Large;
end No_Message;
