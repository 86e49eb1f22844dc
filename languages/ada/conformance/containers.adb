with Ada.Containers.Indefinite_Ordered_Maps;
with Ada.Containers.Vectors;
with Ada.Numerics.Big_Numbers.Big_Integers;
with Ada.Text_IO;

procedure Containers is
   use Ada.Numerics.Big_Numbers.Big_Integers;
   use Ada.Text_IO;

   package Counts is new Ada.Containers.Indefinite_Ordered_Maps (String, Positive);
   package Numbers is new Ada.Containers.Vectors (Positive, Integer);

   Count  : Counts.Map;
   Number : Numbers.Vector := [3, 1, 2];

   package Sorting is new Numbers.Generic_Sorting;
begin
   Count.Include ("bug", 1);
   Count ("bug") := Count ("bug") + 1;
   for Position in Count.Iterate loop
      Put_Line (Counts.Key (Position) & Counts.Element (Position)'Image);
   end loop;

   Sorting.Sort (Number);
   for N of Number loop
      Put (N'Image);
   end loop;
   New_Line;

   Put_Line (To_String (To_Big_Integer (2) ** 100));
end Containers;
