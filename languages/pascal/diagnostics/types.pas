program Types;

var
  Number: Integer;
begin
  Number := 'text';
  WriteLn(Nmber)
  Number := 5;
end.
