{ Loaded before the units that a program uses.

  Writes each line to a pipe when it is complete, and an unfinished one before the program waits for input: by itself the library
  collects 256 bytes first.

  Lets an exception that nobody catches name the line of its raise: by itself the library names the line before it, because it
  takes the place of the raise for one that a call returns to. }
unit LineOutput;

{$mode objfpc}{$H-}

interface

implementation

uses
  lnfodwrf;

const
  { What the library raises where a call returns to. }
  OfTheLibrary = ' EAccessViolation EAssertionFailed EBusError EControlC EDivByZero EInOutError EIntOverflow EInvalidCast ' +
    'EInvalidOp EInvalidPointer EObjectCheck EOutOfMemory EOverflow EPrivilege ERangeError EStackOverflow EUnderflow EZeroDivide ';

type
  TFileFunction = procedure(var F: TextRec);

var
  ReadMore: TFileFunction;
  DescribePlace: TBackTraceStrFunc;

procedure WriteLines(var F: TextRec);
begin
  if (F.BufPos > 0) and (F.BufPtr^[F.BufPos - 1] = #10) then
    TFileFunction(F.InOutFunc)(F);
end;

procedure WriteThenRead(var F: TextRec);
begin
  Flush(Output);
  ReadMore(F);
end;

function DescribeExactly(Addr: CodePointer): ShortString;
begin
  if (RaiseList <> nil) and (RaiseList^.Addr = Addr) then
    if Pos(' ' + RaiseList^.FObject.ClassName + ' ', OfTheLibrary) = 0 then
      Inc(Addr);
  DescribeExactly := DescribePlace(Addr);
end;

initialization
  if TextRec(Output).FlushFunc = nil then
    TextRec(Output).FlushFunc := @WriteLines;
  if TextRec(StdOut).FlushFunc = nil then
    TextRec(StdOut).FlushFunc := @WriteLines;
  if TextRec(ErrOutput).FlushFunc = nil then
    TextRec(ErrOutput).FlushFunc := TextRec(ErrOutput).InOutFunc;
  if TextRec(StdErr).FlushFunc = nil then
    TextRec(StdErr).FlushFunc := TextRec(StdErr).InOutFunc;
  ReadMore := TFileFunction(TextRec(Input).InOutFunc);
  TextRec(Input).InOutFunc := @WriteThenRead;

  DescribePlace := BackTraceStrFunc;
  BackTraceStrFunc := @DescribeExactly;
end.
