[~, ok] = urlread("http://192.0.2.1/");
if (ok)
  disp("connected");
else
  disp("no network");
endif
