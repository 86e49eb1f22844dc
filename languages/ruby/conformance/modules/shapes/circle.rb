class Circle
  def initialize(radius) = @radius = radius

  def area = Math::PI * @radius**2
end
