class Square
  def initialize(side) = @side = side

  def area = @side * @side
end
