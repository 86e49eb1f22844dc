program Network;

uses
  Sockets;

var
  Address: TInetSockAddr;
  Socket: LongInt;
begin
  Address.sin_family := AF_INET;
  Address.sin_port := htons(80);
  Address.sin_addr := StrToNetAddr('192.0.2.1');
  Socket := fpSocket(AF_INET, SOCK_STREAM, 0);
  if fpConnect(Socket, @Address, SizeOf(Address)) = 0 then
    WriteLn('connected')
  else
    WriteLn('no network');
end.
