program UnfinishedLine;

var
  Number, Sum: LongInt;
begin
  Write('sum: ');
  Sum := 0;
  while not SeekEof do
  begin
    Read(Number);
    Sum := Sum + Number;
  end;
  Write(Sum);
end.
