program Libraries;

{$mode objfpc}{$H+}

uses
  SysUtils, fgl, fpjson, jsonparser, md5;

type
  TCounts = specialize TFPGMap<string, Integer>;
var
  Person: TJSONData;
  Counts: TCounts;
begin
  Person := GetJSON('{"name": "Ada", "years": [1815, 1852]}');
  WriteLn(Person.FindPath('name').AsString, ' ', Person.FindPath('years[1]').AsInteger);
  Person.Free;

  Counts := TCounts.Create;
  Counts['bug'] := 1;
  Counts['bug'] := Counts['bug'] + 1;
  WriteLn(Counts.Count, ' ', Counts['bug']);
  Counts.Free;

  WriteLn(MD5Print(MD5String('bugdrill')));
  WriteLn(Format('%.3f %s', [2 / 3, UpperCase('done')]));
end.
