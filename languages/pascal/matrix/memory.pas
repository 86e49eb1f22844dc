program Memory;

const
  MiB = 1024 * 1024;
var
  Piece: PByte;
begin
  while True do
  begin
    GetMem(Piece, MiB);
    FillChar(Piece^, MiB, 1);
  end;
end.
