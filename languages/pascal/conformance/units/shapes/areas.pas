unit Areas;

interface

function RectangleArea(Width, Height: Integer): Integer;
function SquareArea(Side: Integer): Integer;

implementation

function RectangleArea(Width, Height: Integer): Integer;
begin
  RectangleArea := Width * Height;
end;

function SquareArea(Side: Integer): Integer;
begin
  SquareArea := RectangleArea(Side, Side);
end;

initialization
  WriteLn('areas are ready');
end.
