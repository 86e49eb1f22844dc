program Stream;

uses
  SysUtils;

begin
  WriteLn('first');
  Sleep(500);
  WriteLn('second');
end.
