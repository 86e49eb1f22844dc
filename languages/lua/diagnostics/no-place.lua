local function check(width)
  if width < 0 then error({ code = 2 }) end
end

check(-1)
