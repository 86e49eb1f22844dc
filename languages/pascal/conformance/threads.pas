program Threads;

{$mode objfpc}{$H+}

uses
  cthreads, Classes;

type
  TSquarer = class(TThread)
  private
    FNumber, FSquare: Integer;
  protected
    procedure Execute; override;
  public
    constructor Create(Number: Integer);
    property Square: Integer read FSquare;
  end;

constructor TSquarer.Create(Number: Integer);
begin
  FNumber := Number;
  inherited Create(False);
end;

procedure TSquarer.Execute;
begin
  FSquare := FNumber * FNumber;
end;

var
  Squarers: array[1..4] of TSquarer;
  N: Integer;
begin
  for N := 1 to 4 do
    Squarers[N] := TSquarer.Create(N);
  for N := 1 to 4 do
  begin
    Squarers[N].WaitFor;
    WriteLn(Squarers[N].Square);
    Squarers[N].Free;
  end;
end.
