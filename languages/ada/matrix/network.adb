with Ada.Text_IO;  use Ada.Text_IO;
with GNAT.Sockets; use GNAT.Sockets;

procedure Main is
   Socket : Socket_Type;
begin
   Create_Socket (Socket);
   Connect_Socket (Socket, (Family_Inet, Inet_Addr ("192.0.2.1"), 80));
   Put_Line ("connected");
exception
   when Socket_Error => Put_Line ("no network");
end Main;
