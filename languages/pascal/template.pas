program Main;
var
  Name: string;
  N: Integer;
begin
  Write('What is your name? ');
  ReadLn(Name);
  if Name = '' then Name := 'stranger';
  WriteLn('Nice to meet you, ', Name, '!');
  for N := 1 to 3 do
    WriteLn(N, ' squared is ', N * N);
end.
