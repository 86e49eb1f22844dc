Code.require_file("shapes/area.ex", __DIR__)

IO.puts(Area.total(["6", "7", "x"]))
