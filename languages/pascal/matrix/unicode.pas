program Unicode;

var
  Line: string;
begin
  ReadLn(Line);
  WriteLn('grüße, ', Line, ' 世界 🐛');
end.
