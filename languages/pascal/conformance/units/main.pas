program Main;

uses
  Areas in 'shapes/areas.pas';

begin
  {$I greeting.inc}
  WriteLn(RectangleArea(4, 5), ' ', SquareArea(3));
end.
