local answer = {}

function answer.value()
  return 6 * 7
end

return answer
