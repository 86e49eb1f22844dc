package body Thought is

   function Answer return Integer is (6 * 7);

end Thought;
