program Main;

uses
  Thought in 'deep/thought.pas';

begin
  WriteLn('from a folder: ', Answer);
end.
