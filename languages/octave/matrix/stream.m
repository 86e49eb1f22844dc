disp("first");
pause(0.5);
disp("second");
