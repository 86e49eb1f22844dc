package Thought is

   function Answer return Integer;

end Thought;
