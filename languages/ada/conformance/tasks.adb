with Ada.Text_IO; use Ada.Text_IO;

procedure Tasks is
   protected Total is
      procedure Add (N : Integer);
      function Value return Integer;
   private
      Sum : Integer := 0;
   end Total;

   protected body Total is
      procedure Add (N : Integer) is
      begin
         Sum := Sum + N;
      end Add;

      function Value return Integer is (Sum);
   end Total;

   task type Worker is
      entry Start (N : Integer);
   end Worker;

   task body Worker is
      Mine : Integer;
   begin
      accept Start (N : Integer) do
         Mine := N;
      end Start;
      for I in 1 .. 1_000 loop
         Total.Add (Mine);
      end loop;
   end Worker;
begin
   declare
      Workers : array (1 .. 4) of Worker;
   begin
      for I in Workers'Range loop
         Workers (I).Start (I);
      end loop;
   end;
   Put_Line ("total" & Total.Value'Image);
end Tasks;
