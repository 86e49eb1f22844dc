-module(area).
-export([area/1]).
-include("area.hrl").

area(#rectangle{width = Width, height = Height}) -> Width * Height.
