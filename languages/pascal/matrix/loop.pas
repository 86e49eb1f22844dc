program Loop;

var
  Count: QWord = 0;
begin
  WriteLn('begun');
  while True do
    Inc(Count);
end.
