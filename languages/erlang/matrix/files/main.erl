-module(main).
-export([main/0]).
-include("shapes/area.hrl").

main() ->
    Shape = #rectangle{width = 6, height = 7},
    io:format("from a folder: ~p~n", [area:area(Shape)]).
