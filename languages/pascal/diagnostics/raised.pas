program Raised;

{$mode objfpc}

uses
  SysUtils;

procedure Check(N: Integer);
begin
  if N > 2 then
  begin
    WriteLn(StdErr, 'about to fail');
    raise Exception.Create('too large');
  end;
end;

begin
  Check(3);
end.
