program Uncaught;

{$mode objfpc}

uses
  SysUtils;

begin
  WriteLn('before');
  raise Exception.Create('nobody catches this'); // HERE
end.
