program Failing;

{$mode objfpc}

uses
  SysUtils;

function Parse(const Text: string): Integer;
begin
  Result := StrToInt(Text);
end;

begin
  WriteLn(Parse('twelve'));
end.
