Code.require_file("shapes/area.ex", __DIR__)

IO.puts("from a folder: #{Shapes.Area.area(6, 7)}")
