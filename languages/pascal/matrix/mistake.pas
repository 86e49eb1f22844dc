program Mistake;

var
  Number: Integer;
begin
  Number := 'not a number'; { HERE }
  WriteLn(Number);
end.
