program Range;

var
  Numbers: array[1..3] of Integer;
  I: Integer;
begin
  I := 3 + ParamCount;
  Numbers[I + 1] := 1;
end.
